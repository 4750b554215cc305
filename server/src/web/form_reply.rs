//! Answers to forms that were posted without WASM and failed: kept for a few minutes, shown once.

use sqlx::{PgPool, types::Json};
use tierline_app::form::FormReply;

use crate::{form_fields, secret};

/// The time that a browser may take from the redirect to the page.
pub(super) const SECONDS: u32 = 300;
/// The time that a user may take to sign in again.
pub(super) const INTERRUPTED_SECONDS: u32 = 1800;

/// The most that is kept of a form, in bytes: room for the longest reason, of 500 characters of four bytes, and what
/// stands beside it.
const USUAL: usize = 4 * 1024;
/// The most of a form with lines of an order, each of which has a name of its own.
const WITH_LINES: usize = 16 * 1024;
/// The most of a form with a message, of 8,000 characters of four bytes.
const LARGEST: usize = 40 * 1024;
/// No field of a form has a longer name, in bytes.
const LONGEST_NAME: usize = 100;
/// The most forms that are kept at once. Past it, those that expire first make room.
const MOST: i64 = 10_000;
/// The most bytes of all of them. Past it, the same.
const MOST_BYTES: i64 = 16 * 1024 * 1024;

/// The fields of this function as far as they are kept: anybody can post anything, so that names and sizes are bounded.
/// A character that Postgres cannot store is replaced.
pub(super) fn bounded(function: &str, fields: Vec<(String, String)>) -> Vec<(String, String)> {
    let known = form_fields::names(function);
    let mut left = match known {
        known if known.contains(&"text") => LARGEST,
        known if known.contains(&"lines") => WITH_LINES,
        _ => USUAL,
    };
    // `lines[sku-…]` is an entry of the field `lines`.
    let is_known = |name: &str| {
        let whole = name.split_once('[').map_or(name, |(whole, _)| whole);
        known.contains(&whole)
    };
    fields
        .into_iter()
        .filter(|(name, _)| name.len() <= LONGEST_NAME && !name.contains('\0') && is_known(name))
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
    // Of this size within a little: what is measured is bounded, and can be written.
    let bytes = serde_json::to_vec(reply).map_or(LARGEST, |written| written.len());
    let bytes = i32::try_from(bytes).unwrap_or(i32::MAX);
    sqlx::query!(
        "with expired as (delete from form_reply where expires_at <= now()),
              kept as (
                  select id_hash, row_number() over later as n, sum(bytes) over later as bytes
                  from form_reply where expires_at > now() window later as (order by expires_at desc, id_hash)),
              crowded as (
                  delete from form_reply where id_hash in (select id_hash from kept where n > $6 or bytes > $7))
         insert into form_reply (id_hash, page, reply, bytes, expires_at)
         values ($1, $2, $3, $5, now() + make_interval(secs => $4))",
        secret::hash(&secret),
        hashed(page),
        Json(reply) as _,
        f64::from(seconds),
        bytes,
        MOST - 1,
        MOST_BYTES - i64::from(bytes)
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
