//! Browsers that have signed in to an account before, known by a cookie.
//!
//! Rows in place of a signed cookie: a password that an operator resets forgets them, and no key has to be shared by
//! the servers.

use sqlx::{PgExecutor, PgPool};
use uuid::Uuid;

use crate::secret;

/// How long a browser is known without another sign-in.
pub(crate) const SECONDS: u32 = 180 * 24 * 3600;

/// The stored name of this browser, if it has signed in to the account of this address before.
pub(crate) async fn known(
    pool: &PgPool,
    email: &str,
    cookie: Option<&str>,
) -> Result<Option<Vec<u8>>, sqlx::Error> {
    let Some(cookie) = cookie else {
        return Ok(None);
    };
    sqlx::query_scalar!(
        "select d.id_hash from known_device d join app_user u on u.id = d.user_id
         where u.email = $1 and d.id_hash = $2 and d.seen_at > now() - make_interval(secs => $3)",
        email,
        secret::hash(cookie),
        f64::from(SECONDS)
    )
    .fetch_optional(pool)
    .await
}

/// Knows this browser from now on, and answers the secret for its cookie: the one it has, which may stand for other
/// accounts too, or a new one. An account has its 20 latest browsers.
pub(crate) async fn remember(
    pool: &PgPool,
    user: Uuid,
    cookie: Option<&str>,
) -> Result<String, sqlx::Error> {
    // A secret of another form is not one of ours.
    let secret = cookie
        .filter(|cookie| cookie.len() == 64)
        .map_or_else(secret::fresh, str::to_owned);
    sqlx::query!(
        "with older as (
             delete from known_device where user_id = $1 and id_hash in (
                 select id_hash from known_device where user_id = $1 and id_hash <> $2
                 order by seen_at desc offset 19))
         insert into known_device (user_id, id_hash) values ($1, $2)
         on conflict (user_id, id_hash) do update set seen_at = now()",
        user,
        secret::hash(&secret)
    )
    .execute(pool)
    .await?;
    Ok(secret)
}

/// The last user who has signed in with this browser.
pub(crate) async fn last_user(
    pool: &PgPool,
    cookie: Option<&str>,
) -> Result<Option<Uuid>, sqlx::Error> {
    let Some(cookie) = cookie else {
        return Ok(None);
    };
    sqlx::query_scalar!(
        "select user_id from known_device where id_hash = $1 order by seen_at desc limit 1",
        secret::hash(cookie)
    )
    .fetch_optional(pool)
    .await
}

/// Forgets every browser of this user.
pub(crate) async fn forget_all(
    executor: impl PgExecutor<'_>,
    user: Uuid,
) -> Result<(), sqlx::Error> {
    sqlx::query!("delete from known_device where user_id = $1", user)
        .execute(executor)
        .await?;
    Ok(())
}

/// Deletes the browsers that have not signed in for long.
pub(crate) async fn purge(pool: &PgPool) -> Result<u64, sqlx::Error> {
    let purged = sqlx::query!(
        "delete from known_device where seen_at <= now() - make_interval(secs => $1)",
        f64::from(SECONDS)
    )
    .execute(pool)
    .await?;
    Ok(purged.rows_affected())
}
