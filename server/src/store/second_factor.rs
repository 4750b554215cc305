//! Second factors: whose they are, what proves them, and which codes are spent.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor, PgPool};
use tierline_core::{
    Timestamp,
    ids::{OrganisationId, UserId},
};
use uuid::Uuid;

use super::user::{self, Recipient};
use crate::{
    pipeline::Step,
    second_factor::{self, Code, RecoveryHash, Secret},
};

/// Somebody whose second factor is to be changed or used.
#[derive(Debug)]
pub(crate) struct Owner {
    pub organisations: Vec<OrganisationId>,
    pub recipient: Recipient,
    pub has_second_factor: bool,
    pub is_blocked: bool,
    pub password_hash: Option<String>,
}

/// By which code somebody has proved to be it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Used {
    App,
    Recovery { left: u32 },
}

/// The account, locked: whoever else changes or uses its second factor waits.
pub(crate) async fn owner(
    db: &mut PgConnection,
    user: UserId,
) -> Result<Option<Owner>, sqlx::Error> {
    let Some(row) = sqlx::query!(
        r#"select email, language, has_second_factor, password_hash, blocked_at is not null as "is_blocked!"
           from app_user where id = $1 for update"#,
        user.as_uuid(),
    )
    .fetch_optional(&mut *db)
    .await?
    else {
        return Ok(None);
    };
    Ok(Some(Owner {
        organisations: user::organisations(db, user).await?,
        recipient: user::recipient(row.email, &row.language),
        has_second_factor: row.has_second_factor,
        is_blocked: row.is_blocked,
        password_hash: row.password_hash,
    }))
}

/// Keeps a secret for the session that is going to be shown it. One that this session has been shown lately stays: an
/// app may have it already.
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

/// The secret that this session was shown within the hour.
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

/// Turns it on, unless it is on, or the password that was checked was replaced or the user blocked meanwhile. The step of
/// the code that has confirmed it is spent.
pub(crate) async fn turn_on(
    db: &mut PgConnection,
    user: UserId,
    app: (Uuid, &[u8], i64),
    checked: Option<&str>,
    now: Timestamp,
) -> Result<bool, sqlx::Error> {
    let turned = sqlx::query!(
        "update app_user set has_second_factor = true
         where id = $1 and not has_second_factor and password_hash is not distinct from $2 and blocked_at is null",
        user.as_uuid(),
        checked,
    )
    .execute(&mut *db)
    .await?;
    if turned.rows_affected() == 0 {
        return Ok(false);
    }
    let (id, secret, step) = app;
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
    Ok(true)
}

/// These recovery codes in the place of those there were.
pub(crate) async fn set_recovery_codes(
    db: &mut PgConnection,
    user: UserId,
    hashes: &[RecoveryHash],
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "delete from recovery_code where user_id = $1",
        user.as_uuid()
    )
    .execute(&mut *db)
    .await?;
    let hashes: Vec<Vec<u8>> = hashes.iter().map(|hash| hash.as_bytes().to_vec()).collect();
    sqlx::query!(
        "insert into recovery_code (user_id, code_hash) select $1, hash from unnest($2::bytea[]) hash",
        user.as_uuid(),
        &hashes,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Spends a code, if it is one of this user's that was not spent before. Of two that use the same at the same time the
/// statement lets one through.
pub(crate) async fn spend(
    db: &mut PgConnection,
    user: UserId,
    code: &Code,
    now: Timestamp,
) -> Step<Option<Used>> {
    match code {
        Code::App(code) => Ok(spend_app(db, user, code, now).await?.then_some(Used::App)),
        Code::Recovery(hash) => Ok(spend_recovery(db, user, hash)
            .await?
            .map(|left| Used::Recovery { left })),
    }
}

async fn spend_app(db: &mut PgConnection, user: UserId, code: &str, now: Timestamp) -> Step<bool> {
    let secret = sqlx::query_scalar!(
        r#"select secret as "secret!" from second_factor where user_id = $1 and kind = 'app'"#,
        user.as_uuid(),
    )
    .fetch_optional(&mut *db)
    .await?;
    let step = match secret {
        Some(secret) => second_factor::step_of(&secret, code, now)?,
        None => None,
    };
    let Some(step) = step else { return Ok(false) };
    let spent = sqlx::query!(
        "update second_factor set last_step = $2 where user_id = $1 and kind = 'app' and last_step < $2",
        user.as_uuid(),
        step,
    )
    .execute(db)
    .await?;
    Ok(spent.rows_affected() == 1)
}

async fn spend_recovery(
    db: &mut PgConnection,
    user: UserId,
    hash: &RecoveryHash,
) -> Result<Option<u32>, sqlx::Error> {
    let spent = sqlx::query!(
        "delete from recovery_code where user_id = $1 and code_hash = $2",
        user.as_uuid(),
        hash.as_bytes(),
    )
    .execute(&mut *db)
    .await?;
    if spent.rows_affected() == 0 {
        return Ok(None);
    }
    let left = sqlx::query_scalar!(
        r#"select count(*) as "left!" from recovery_code where user_id = $1"#,
        user.as_uuid(),
    )
    .fetch_one(db)
    .await?;
    Ok(Some(u32::try_from(left).unwrap_or(u32::MAX)))
}

/// Turns it off, unless the password that was checked was replaced meanwhile.
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
              pending as (delete from pending_sign_in where user_id = $1)
         delete from second_factor where user_id = $1",
        user.as_uuid(),
    )
    .execute(db)
    .await?;
    Ok(true)
}

/// Since when it is on, and how many recovery codes are left.
pub(crate) async fn state(
    pool: &PgPool,
    user: Uuid,
) -> Result<Option<(DateTime<Utc>, u32)>, sqlx::Error> {
    let row = sqlx::query!(
        r#"select f.set_up_at, (select count(*) from recovery_code r where r.user_id = $1) as "left!"
           from second_factor f where f.user_id = $1 and f.kind = 'app'"#,
        user
    )
    .fetch_optional(pool)
    .await?;
    Ok(row.map(|row| (row.set_up_at, u32::try_from(row.left).unwrap_or(u32::MAX))))
}
