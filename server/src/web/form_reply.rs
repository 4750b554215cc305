//! Answers to forms that were posted without WASM and failed: kept for a few minutes, shown once.

use sqlx::{PgPool, types::Json};
use tierline_app::form::FormReply;

use crate::secret;

/// How long a browser may take from the redirect to the page.
pub(super) const SECONDS: u32 = 300;
/// How long somebody may take to sign in again.
pub(super) const INTERRUPTED_SECONDS: u32 = 1800;

/// Keeps the answer for the page that has the form; answers the secret for the cookie.
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

/// The answer for this page, which is forgotten with this.
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

/// Forgets the answers that nobody came for.
pub(crate) async fn purge(pool: &PgPool) -> Result<u64, sqlx::Error> {
    let purged = sqlx::query!("delete from form_reply where expires_at <= now()")
        .execute(pool)
        .await?;
    Ok(purged.rows_affected())
}

/// Addresses may hold the token of an invitation's link, which is stored nowhere.
fn hashed(page: &str) -> String {
    secret::hex(&secret::hash(page))
}
