//! Sign-ins that wait for a code: the password was right, and nothing is open yet.
//!
//! They have a table and a cookie of their own, so that no query for sessions can find one, whatever condition it
//! omits.

use sqlx::{PgExecutor, PgPool};
use uuid::Uuid;

use crate::secret;

/// A waiting sign-in.
#[derive(Debug)]
pub(crate) struct Pending {
    pub user: Uuid,
    pub email: String,
}

/// Begins a wait of ten minutes and returns the secret for the cookie. None if the user was blocked or the password
/// replaced during the check. Deletes expired rows.
pub(crate) async fn begin(
    pool: &PgPool,
    user: Uuid,
    checked: Option<&str>,
) -> Result<Option<String>, sqlx::Error> {
    sqlx::query!("delete from pending_sign_in where expires_at <= now()")
        .execute(pool)
        .await?;
    let secret = secret::fresh();
    let begun = sqlx::query!(
        "insert into pending_sign_in (id_hash, user_id, expires_at)
         select $1, id, now() + interval '10 minutes' from app_user
         where id = $2 and blocked_at is null and password_hash = $3 for share",
        secret::hash(&secret),
        user,
        checked
    )
    .execute(pool)
    .await?;
    Ok((begun.rows_affected() == 1).then_some(secret))
}

/// The sign-in that waits under this stored name.
pub(crate) async fn find(pool: &PgPool, id_hash: &[u8]) -> Result<Option<Pending>, sqlx::Error> {
    sqlx::query_as!(
        Pending,
        r#"select u.id as "user!", u.email as "email!" from pending_sign_in p join app_user u on u.id = p.user_id
           where p.id_hash = $1 and p.expires_at > now() and u.blocked_at is null"#,
        id_hash
    )
    .fetch_optional(pool)
    .await
}

/// Ends the sign-in that waits under this stored name; false if there is none.
pub(crate) async fn end(
    executor: impl PgExecutor<'_>,
    id_hash: &[u8],
) -> Result<bool, sqlx::Error> {
    let ended = sqlx::query!(
        "delete from pending_sign_in where id_hash = $1 and expires_at > now()",
        id_hash
    )
    .execute(executor)
    .await?;
    Ok(ended.rows_affected() == 1)
}
