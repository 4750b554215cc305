//! Answers to forms that were posted without WASM and failed: kept for a few minutes, shown once.

use serde::Serialize;
use sqlx::{PgPool, types::Json};
use tierline_app::{error::PortalError, form::FormReply};

use crate::{form_fields, secret};

/// The time that a browser may take from the redirect to the page.
pub(super) const SECONDS: u32 = 300;
/// The time that a user may take to sign in again.
pub(super) const INTERRUPTED_SECONDS: u32 = 1800;

/// The most that is kept of a form and what is wrong with it, in bytes as written: room for the longest reason, of 500
/// characters of four bytes, and what stands beside it.
const USUAL: usize = 4 * 1024;
/// The most of a form with lines of an order, each of which has a name of its own.
const WITH_LINES: usize = 16 * 1024;
/// The most of a form with a message, of 8,000 characters of four bytes; or with a listing, in three languages.
const LARGEST: usize = 40 * 1024;
/// The fields of which such forms have one.
const LONG: [&str; 3] = ["text", "message", "text_en"];
/// The most of a form with an agreement in three languages, which comes back for its preview.
const WITH_AGREEMENT: usize = 128 * 1024;
/// No field of a form has a longer name, in bytes.
pub(super) const LONGEST_NAME: usize = 100;
/// The most forms that are kept at once. Past it, those that expire first make room.
const MOST: i64 = 10_000;
/// The most bytes of all of them. Past it, the same.
const MOST_BYTES: i64 = 16 * 1024 * 1024;

/// The reply as far as it is kept: anybody can post anything, so that names and sizes are bounded. What is wrong comes
/// first, up to half of the room, because it names posted fields; then the fields that the function has.
fn bounded(mut reply: FormReply) -> FormReply {
    let known = form_fields::names(&reply.function);
    let room = match known {
        known if known.contains(&"english") => WITH_AGREEMENT,
        known if LONG.iter().any(|long| known.contains(long)) => LARGEST,
        known if known.contains(&"lines") => WITH_LINES,
        _ => USUAL,
    };
    let mut left = room;
    // Other errors hold nothing that was posted.
    if let PortalError::Invalid(wrong) = &mut reply.error {
        *wrong = fitting(std::mem::take(wrong), room / 2);
        left = left.saturating_sub(written(wrong));
    }
    // `lines[sku-…]` is an entry of the field `lines`.
    let is_known = |name: &str| {
        let whole = name.split_once('[').map_or(name, |(whole, _)| whole);
        known.contains(&whole)
    };
    let fields = std::mem::take(&mut reply.fields)
        .into_iter()
        .filter(|(name, _)| name.len() <= LONGEST_NAME && !name.contains('\0') && is_known(name))
        // A character that Postgres cannot store is replaced.
        .map(|(name, value)| (name, value.replace('\0', "\u{fffd}")));
    reply.fields = fitting(fields, left);
    reply
}

/// Those of the parts for which there is room.
fn fitting<T: Serialize>(parts: impl IntoIterator<Item = T>, mut left: usize) -> Vec<T> {
    let fits = |part: &T| {
        // And a comma.
        let size = written(part).saturating_add(1);
        let fits = size <= left;
        if fits {
            left -= size;
        }
        fits
    };
    parts.into_iter().filter(fits).collect()
}

/// The number of bytes that this takes as JSON; too many if it cannot be written, which nothing here is.
fn written(part: &impl Serialize) -> usize {
    serde_json::to_vec(part).map_or(LARGEST, |json| json.len())
}

/// Stores the answer for the form's page; returns the secret for the cookie. Expired ones are deleted meanwhile.
pub(super) async fn keep(
    pool: &PgPool,
    page: &str,
    reply: FormReply,
    seconds: u32,
) -> Result<String, sqlx::Error> {
    let secret = secret::fresh();
    let reply = bounded(reply);
    let bytes = i32::try_from(written(&reply)).unwrap_or(i32::MAX);
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
        Json(&reply) as _,
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

#[cfg(test)]
mod tests {
    use tierline_app::error::FieldProblem;

    use super::*;

    #[test]
    fn an_agreement_in_three_languages_comes_back_whole() {
        let texts = [
            ("english", "a".repeat(30_000)),
            ("traditional", "\u{5408}".repeat(12_000)),
            ("simplified", "\u{5408}".repeat(12_000)),
        ];
        let fields = texts.map(|(name, text)| (name.to_owned(), text)).to_vec();
        let reply = FormReply {
            function: "/api/publish-agreement".to_owned(),
            form: "publish".to_owned(),
            fields: fields.clone(),
            error: PortalError::field("confirmed", FieldProblem::NotTicked),
            user: None,
        };
        assert_eq!(bounded(reply).fields, fields);
    }
}
