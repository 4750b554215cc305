//! Answers to forms that were posted without WASM and failed: kept for a few minutes, shown once.

use sqlx::{PgPool, types::Json};
use tierline_app::form::FormReply;

use crate::secret;

/// The time that a browser may take from the redirect to the page.
pub(super) const SECONDS: u32 = 300;
/// The time that a user may take to sign in again.
pub(super) const INTERRUPTED_SECONDS: u32 = 1800;

/// The most that is kept of one form, in bytes: room for the longest message, of 8,000 characters of four bytes, and
/// what stands beside it.
const LARGEST: usize = 40 * 1024;
/// No field of a form has a longer name, in bytes.
const LONGEST_NAME: usize = 100;
/// The most forms that are kept at once. Past it, the one that expires first makes room.
const MOST: i64 = 10_000;

/// The fields as far as they are kept: anybody can post anything, so that names and sizes are bounded. A character that
/// Postgres cannot store is replaced.
pub(super) fn bounded(fields: Vec<(String, String)>) -> Vec<(String, String)> {
    let mut left = LARGEST;
    fields
        .into_iter()
        .filter(|(name, _)| name.len() <= LONGEST_NAME && !name.contains('\0'))
        .filter(|(name, value)| {
            let size = name.len() + value.len();
            let fits = size <= left;
            if fits {
                left -= size;
            }
            fits
        })
        .map(|(name, value)| (name, value.replace('\0', "\u{fffd}")))
        .collect()
}

/// Stores the answer for the form's page; returns the secret for the cookie. Expired ones are deleted meanwhile.
pub(super) async fn keep(
    pool: &PgPool,
    page: &str,
    reply: &FormReply,
    seconds: u32,
) -> Result<String, sqlx::Error> {
    let secret = secret::fresh();
    sqlx::query!(
        "with expired as (delete from form_reply where expires_at <= now()),
              crowded as (delete from form_reply where id_hash in (
                  select id_hash from form_reply where expires_at > now() order by expires_at desc offset $5))
         insert into form_reply (id_hash, page, reply, expires_at)
         values ($1, $2, $3, now() + make_interval(secs => $4))",
        secret::hash(&secret),
        hashed(page),
        Json(reply) as _,
        f64::from(seconds),
        MOST - 1
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
