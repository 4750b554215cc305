//! Second factors: their owners, their kinds, and spent codes.

pub(crate) mod code;
pub(crate) mod passkey;

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor};
use tierline_core::{
    Timestamp,
    account::Factor,
    ids::{OrganizationId, UserId},
    organization::{Belonging, Party},
    role::Role,
};
use uuid::Uuid;

use crate::{account::second_factor::Secret, store::decoded};

/// The means by which a user has proved their identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Used {
    Factor(Factor),
    Recovery { left: u32 },
}

/// One of an account's factors.
#[derive(Debug)]
pub(crate) struct Held {
    pub id: Uuid,
    pub factor: Factor,
    /// The name given by its owner; an app has none.
    pub name: Option<String>,
    pub since: DateTime<Utc>,
    pub used: Option<DateTime<Utc>>,
}

/// Keeps a secret for the session that is about to show it. A secret that this session was shown recently stays: an app
/// may already have it.
pub(crate) async fn begin_setup(
    db: &mut PgConnection,
    session: &[u8],
    secret: &Secret,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into second_factor_setup (user_id, session, secret)
         select user_id, handle, $2 from session where id_hash = $1
         on conflict (user_id) do update set session = excluded.session, secret = excluded.secret, begun_at = now()
             where second_factor_setup.session <> excluded.session
                 or second_factor_setup.begun_at <= now() - interval '1 hour'",
        session,
        secret.as_slice(),
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The secret that this session was shown within the last hour.
pub(crate) async fn setup_secret(
    executor: impl PgExecutor<'_>,
    session: &[u8],
) -> Result<Option<Vec<u8>>, sqlx::Error> {
    sqlx::query_scalar!(
        "select f.secret from second_factor_setup f join session s on s.handle = f.session and s.user_id = f.user_id
         where s.id_hash = $1 and s.expires_at > now() and f.begun_at > now() - interval '1 hour'",
        session
    )
    .fetch_optional(executor)
    .await
}

/// Makes signing in require a second factor from now on. False if the checked password was replaced or the user blocked
/// in the meantime.
pub(crate) async fn turn_on(
    db: &mut PgConnection,
    user: UserId,
    checked: Option<&str>,
) -> Result<bool, sqlx::Error> {
    let turned = sqlx::query!(
        "update app_user set has_second_factor = true
         where id = $1 and password_hash is not distinct from $2 and blocked_at is null",
        user.as_uuid(),
        checked,
    )
    .execute(db)
    .await?;
    Ok(turned.rows_affected() == 1)
}

/// Adds the app that has this secret. The step of the code that confirmed it is spent.
pub(crate) async fn add_app(
    db: &mut PgConnection,
    user: UserId,
    (id, secret, step): (Uuid, &[u8], i64),
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into second_factor (id, user_id, kind, set_up_at, secret, last_step) values ($1, $2, 'app', $3, $4, $5)",
        id,
        user.as_uuid(),
        now,
        secret,
        step,
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "delete from second_factor_setup where user_id = $1",
        user.as_uuid()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Turns the second factor off, unless the checked password was replaced in the meantime.
pub(crate) async fn turn_off(
    db: &mut PgConnection,
    user: UserId,
    checked: Option<&str>,
) -> Result<bool, sqlx::Error> {
    let turned = sqlx::query!(
        "update app_user set has_second_factor = false where id = $1 and password_hash is not distinct from $2",
        user.as_uuid(),
        checked,
    )
    .execute(&mut *db)
    .await?;
    if turned.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query!(
        "with codes as (delete from recovery_code where user_id = $1),
              setups as (delete from second_factor_setup where user_id = $1),
              challenges as (delete from passkey_challenge where user_id = $1),
              pending as (delete from pending_sign_in where user_id = $1)
         delete from second_factor where user_id = $1",
        user.as_uuid(),
    )
    .execute(db)
    .await?;
    Ok(true)
}

/// Removes a factor; false if this user has none with this id.
pub(crate) async fn remove(
    db: &mut PgConnection,
    user: UserId,
    id: Uuid,
) -> Result<bool, sqlx::Error> {
    let removed = sqlx::query!(
        "delete from second_factor where user_id = $1 and id = $2",
        user.as_uuid(),
        id,
    )
    .execute(db)
    .await?;
    Ok(removed.rows_affected() == 1)
}

/// The account's factors, oldest first. None if the password alone signs in.
pub(crate) async fn held(
    executor: impl PgExecutor<'_>,
    user: Uuid,
) -> Result<Vec<Held>, sqlx::Error> {
    let rows = sqlx::query!(
        "select id, kind, name, set_up_at, used_at from second_factor where user_id = $1 order by set_up_at, id",
        user
    )
    .fetch_all(executor)
    .await?;
    let held = rows.into_iter().filter_map(|row| {
        Some(Held {
            id: row.id,
            // A kind that this version does not know proves nothing here.
            factor: row.kind.parse().ok()?,
            name: row.name,
            since: row.set_up_at,
            used: row.used_at,
        })
    });
    Ok(held.collect())
}

/// What the user's organizations require of whom: of those that require the same of the same roles, the first one.
pub(crate) async fn belongings(
    executor: impl PgExecutor<'_>,
    user: Uuid,
) -> Result<Vec<Belonging>, sqlx::Error> {
    let rows = sqlx::query!(
        "select * from (
            select distinct on (o.second_factor, m.roles) o.id, o.name, o.second_factor, m.roles
            from membership m join organization o on o.id = m.organization_id
            where m.user_id = $1 and m.blocked_at is null
            order by o.second_factor, m.roles, o.name, o.id) required
         order by name, id",
        user
    )
    .fetch_all(executor)
    .await?;
    let belongings = rows.into_iter().map(|row| {
        let names = row.roles.iter();
        Ok(Belonging {
            organization: Party {
                id: OrganizationId::from_uuid(row.id),
                name: decoded(row.name.parse())?,
            },
            roles: names.filter_map(|name| name.parse::<Role>().ok()).collect(),
            required_of: decoded(row.second_factor.parse())?,
        })
    });
    belongings.collect()
}
