//! Sessions in Postgres.
//!
//! A layer of our own instead of tower-sessions: the columns that matter (user, organization, start, browser) are data
//! to query here and an opaque map there, time limits go by Postgres' clock, the same for every server, and rotating
//! keeps the time of the sign-in. All that remains of the crate after that is a cookie.

mod membership;

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor, PgPool, types::Json};
use tierline_app::{
    account::model::session::{OrganizationChoice, OwnSession, SESSIONS_LISTED, SessionInfo},
    i18n::Lang,
};
use tierline_core::{
    ids::UserId,
    organization::{RequiredOf, has_required_factor, required_by},
};
use uuid::Uuid;

use self::membership::{Membership, Requirement};
use crate::{
    secret,
    settings::{self, Setting},
};

/// The session that came with a request.
#[derive(Clone, Debug)]
pub struct CurrentSession {
    /// The person.
    pub user: Uuid,
    /// The organization acted for.
    pub organization: Option<Uuid>,
    /// The stored name of the session.
    pub(crate) id_hash: Vec<u8>,
}

impl CurrentSession {
    /// The hash stored in place of the session's secret.
    pub(crate) fn stored_name(&self) -> &[u8] {
        &self.id_hash
    }
}

/// The way in which a user has proved their identity.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Proof<'a> {
    /// The password with this hash, and nothing else: enough without a second factor.
    Password(Option<&'a str>),
    /// The password with this hash, and a code or a passkey.
    PasswordAndMore(Option<&'a str>),
    /// Nothing: the account was made by this very request or, in a demo, its card was pressed.
    Nothing,
}

impl Proof<'_> {
    /// The hash of the password, where one was required, and whether a second factor is still unproved.
    fn parts(&self) -> (Option<&str>, bool) {
        match self {
            Proof::Password(hash) => (*hash, true),
            Proof::PasswordAndMore(hash) => (*hash, false),
            Proof::Nothing => (None, false),
        }
    }

    fn is_by_second_factor(&self) -> bool {
        matches!(self, Proof::PasswordAndMore(_))
    }
}

/// The caller, as found by one statement.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub session: CurrentSession,
    pub info: SessionInfo,
    /// The language stored with the account.
    pub language: Option<Lang>,
}

/// The session of this secret, if it is still valid, with its user and the organizations it may act for. Roles are read
/// anew for each request: a revoked one is gone at once. Notes that the session was used, at most once a minute. A
/// blocked user has no session, and those from before the block do not come back when it is lifted.
///
/// `minimum` is the program's: whether a second factor is owed is found anew for each request, too.
pub(crate) async fn find(
    pool: &PgPool,
    cookie: &str,
    minimum: RequiredOf,
) -> Result<Option<Found>, sqlx::Error> {
    let id_hash = secret::hash(cookie);
    let row = sqlx::query!(
        r#"select s.user_id, s.organization_id, s.last_seen_at < now() - interval '1 minute' as "stale!",
              u.blocked_at is not null as "blocked!", u.email, u.name, u.must_change_password, u.language,
              u.has_second_factor,
              (select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name,
                       'capabilities', m.capabilities, 'roles', m.roles, 'customers', m.customer_groups)
                       order by m.name, m.id), '[]')
               from (select o.id, o.name, o.capabilities, m.roles, m.customer_groups
                     from membership m join organization o on o.id = m.organization_id
                     where m.user_id = s.user_id and m.blocked_at is null
                     order by (o.id is not distinct from s.organization_id) desc, o.name, o.id limit $2) m)
                  as "memberships!: Json<Vec<Membership>>",
              (select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name, 'roles', m.roles,
                       'required_of', m.second_factor) order by m.name, m.id), '[]')
               from (select distinct on (o.second_factor, m.roles) o.id, o.name, o.second_factor, m.roles
                     from membership m join organization o on o.id = m.organization_id
                     where m.user_id = s.user_id and m.blocked_at is null
                     order by o.second_factor, m.roles, o.name, o.id) m)
                  as "requirements!: Json<Vec<Requirement>>"
           from session s join app_user u on u.id = s.user_id
           where s.id_hash = $1 and s.expires_at > now()"#,
        id_hash,
        membership::MOST,
    )
    .fetch_optional(pool)
    .await?;
    let Some(row) = row else { return Ok(None) };
    if row.blocked {
        end_all_of(pool, row.user_id).await?;
        return Ok(None);
    }
    if row.stale {
        let (hours, days) = lifetime(pool).await?;
        sqlx::query!(
            "update session set last_seen_at = now(),
                expires_at = least(now() + make_interval(hours => $2), created_at + make_interval(days => $3))
             where id_hash = $1",
            id_hash,
            hours,
            days,
        )
        .execute(pool)
        .await?;
    }
    let belongings: Vec<_> = (row.requirements.0.iter())
        .map(Requirement::belonging)
        .collect();
    let required = required_by(minimum, &belongings);
    // A password that somebody else has seen is changed first.
    let owed = required.filter(|by| {
        !row.must_change_password && has_required_factor(row.has_second_factor, Some(by)).is_err()
    });
    let (chosen, others) = row
        .memberships
        .0
        .into_iter()
        .partition::<Vec<_>, _>(|membership| {
            row.organization_id == Some(membership.id.into_uuid())
        });
    let others = others
        .into_iter()
        .map(|Membership { id, name, .. }| OrganizationChoice {
            id,
            name: name.to_string(),
        });
    Ok(Some(Found {
        session: CurrentSession {
            user: row.user_id,
            organization: row.organization_id,
            id_hash,
        },
        info: SessionInfo {
            user: UserId::from_uuid(row.user_id),
            user_name: row.name,
            email: row.email,
            must_change_password: row.must_change_password,
            second_factor_owed: owed,
            organization: chosen.into_iter().next().map(Membership::acted_for),
            others: others.collect(),
        },
        language: Lang::from_tag(&row.language),
    }))
}

/// The hours after which an unused session ends, and the days after which every session does.
async fn lifetime(pool: &PgPool) -> Result<(i32, i32), sqlx::Error> {
    let settings = settings::without_options(pool).await?;
    let number = |setting| i32::try_from(settings.get(setting)).unwrap_or(i32::MAX);
    Ok((number(Setting::SessionHours), number(Setting::SessionDays)))
}

/// Begins a session and returns the secret for its cookie. None if, since the check, the user was blocked, the password
/// replaced, or a second factor set up that is not proved. Setting another password or a second factor ends the
/// sessions afterwards, so the two wait for each other here. Deletes expired sessions.
pub(crate) async fn begin(
    pool: &PgPool,
    user: Uuid,
    organization: Option<Uuid>,
    browser: &str,
    proof: Proof<'_>,
) -> Result<Option<String>, sqlx::Error> {
    let (checked, code_is_owed) = proof.parts();
    sqlx::query!("delete from session where expires_at <= now()")
        .execute(pool)
        .await?;
    let (hours, _) = lifetime(pool).await?;
    let secret = secret::fresh();
    let begun = sqlx::query!(
        "insert into session (id_hash, user_id, organization_id, browser, expires_at, proved_at)
         select $1, id, $3, $4, now() + make_interval(hours => $8), case when $7 then now() end from app_user
         where id = $2 and blocked_at is null and ($5::text is null or password_hash = $5)
             and not ($6 and has_second_factor)
         for share",
        secret::hash(&secret),
        user,
        organization,
        browser,
        checked,
        code_is_owed,
        proof.is_by_second_factor(),
        hours,
    )
    .execute(pool)
    .await?;
    Ok((begun.rows_affected() == 1).then_some(secret))
}

/// Switches to another organization under a new secret: all that was granted to the old one is over.
pub(crate) async fn rotate(
    pool: &PgPool,
    session: &CurrentSession,
    organization: Option<Uuid>,
) -> Result<Option<String>, sqlx::Error> {
    let secret = secret::fresh();
    let moved = sqlx::query!(
        "update session set id_hash = $2, organization_id = $3 where id_hash = $1 and expires_at > now()",
        session.id_hash,
        secret::hash(&secret),
        organization
    )
    .execute(pool)
    .await?;
    Ok((moved.rows_affected() == 1).then_some(secret))
}

/// Notes that the session's user has just proved a second factor.
pub(crate) async fn note_proof(
    executor: impl PgExecutor<'_>,
    session: &CurrentSession,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update session set proved_at = now() where id_hash = $1",
        session.id_hash
    )
    .execute(executor)
    .await?;
    Ok(())
}

/// Whether the session's user has proved a second factor within the last quarter of an hour.
pub(crate) async fn has_proved_lately(
    executor: impl PgExecutor<'_>,
    session: &CurrentSession,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (
               select from session where id_hash = $1 and proved_at > now() - interval '15 minutes'
           ) as "proved!""#,
        session.id_hash
    )
    .fetch_one(executor)
    .await
}

/// Ends this session.
pub(crate) async fn end(pool: &PgPool, session: &CurrentSession) -> Result<(), sqlx::Error> {
    sqlx::query!("delete from session where id_hash = $1", session.id_hash)
        .execute(pool)
        .await?;
    Ok(())
}

/// Ends one of the user's sessions by its handle; false if there is none.
pub(crate) async fn end_by_handle(
    pool: &PgPool,
    user: Uuid,
    handle: Uuid,
) -> Result<bool, sqlx::Error> {
    let ended = sqlx::query!(
        "delete from session where user_id = $1 and handle = $2",
        user,
        handle
    )
    .execute(pool)
    .await?;
    Ok(ended.rows_affected() == 1)
}

/// Ends every session of the user but this one, and the user's waiting sign-ins.
pub(crate) async fn end_others(
    executor: impl PgExecutor<'_>,
    session: &CurrentSession,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "with pending as (delete from pending_sign_in where user_id = $1)
         delete from session where user_id = $1 and id_hash <> $2",
        session.user,
        session.id_hash
    )
    .execute(executor)
    .await?;
    Ok(())
}

/// Ends every session of a user, and the user's waiting sign-ins: after a block, or after somebody else has set the
/// password.
///
/// # Errors
/// When the database fails.
pub(crate) async fn end_all_of(
    executor: impl PgExecutor<'_>,
    user: Uuid,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "with pending as (delete from pending_sign_in where user_id = $1) delete from session where user_id = $1",
        user
    )
    .execute(executor)
    .await?;
    Ok(())
}

/// Ends the sessions in which the user acts for this organization, or for none as yet.
pub(crate) async fn end_for(
    db: &mut PgConnection,
    user: Uuid,
    organization: Uuid,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "delete from session where user_id = $1 and (organization_id = $2 or organization_id is null)",
        user,
        organization
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The user's sessions: this one, then the latest.
pub(crate) async fn list(
    pool: &PgPool,
    session: &CurrentSession,
) -> Result<Vec<OwnSession>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select handle, browser, created_at as "created_at: DateTime<Utc>",
              last_seen_at as "last_seen_at: DateTime<Utc>", id_hash = $2 as "current!"
           from session where user_id = $1 and expires_at > now()
           order by id_hash = $2 desc, last_seen_at desc, handle limit $3"#,
        session.user,
        session.id_hash,
        i64::try_from(SESSIONS_LISTED).unwrap_or(i64::MAX),
    )
    .fetch_all(pool)
    .await?;
    let own = rows.into_iter().map(|row| OwnSession {
        handle: row.handle.to_string(),
        browser: row.browser,
        created: row.created_at,
        last_seen: row.last_seen_at,
        current: row.current,
    });
    Ok(own.collect())
}
