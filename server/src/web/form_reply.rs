//! Answers to forms that were posted without WASM and failed: kept for a few minutes, shown once.

use sqlx::{PgPool, types::Json};
use tierline_app::form::FormReply;

use crate::secret;

/// The time that a browser may take from the redirect to the page.
pub(super) const SECONDS: u32 = 300;
/// The time that a user may take to sign in again.
pub(super) const INTERRUPTED_SECONDS: u32 = 1800;

/// Stores the answer for the form's page; returns the secret for the cookie.
pub(super) async fn keep(
    pool: &PgPool,
    page: &str,
    reply: &FormReply,
    seconds: u32,
) -> Result<String, sqlx::Error> {
    let secret = secret::fresh();
    sqlx::query!(
        "insert into form_reply (id_hash, page, reply, expires_at)
         values ($1, $2, $3, now() + make_interval(secs => $4))",
        secret::hash(&secret),
        hashed(page),
        Json(reply) as _,
        f64::from(seconds)
    )
    .execute(pool)
    .await?;
    Ok(secret)
}

/// Takes the answer for this page; it can be taken once.
pub(super) async fn take(
    pool: &PgPool,
    secret: &str,
    page: &str,
) -> Result<Option<FormReply>, sqlx::Error> {
    let row = sqlx::query!(
        r#"delete from form_reply where id_hash = $1 and page = $2 and expires_at > now()
           returning reply as "reply: Json<FormReply>""#,
        secret::hash(secret),
        hashed(page)
    )
    .fetch_optional(pool)
    .await?;
    Ok(row.map(|row| row.reply.0))
}

/// Deletes the answers that were never fetched.
pub(crate) async fn purge(pool: &PgPool) -> Result<u64, sqlx::Error> {
    let purged = sqlx::query!("delete from form_reply where expires_at <= now()")
        .execute(pool)
        .await?;
    Ok(purged.rows_affected())
}

/// Addresses may contain the token of an invitation's link, which is not stored.
fn hashed(page: &str) -> String {
    secret::hex(&secret::hash(page))
}
