//! What was sent, for the demo world's mailbox and for whoever looks after dead letters.

use chrono::{DateTime, Utc};
use sqlx::PgPool;
use uuid::Uuid;

use super::MailId;

/// A mail in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedMail {
    pub id: MailId,
    pub to_address: String,
    pub subject: String,
    pub status: String,
    pub created_at: DateTime<Utc>,
}

/// Some of the mails, the newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailPage {
    pub mails: Vec<ListedMail>,
    /// What to ask for to get those before them; none if these were the last.
    pub older_than: Option<MailId>,
}

/// One mail, whole. It has no bodies any more if it was delivered outside the demo world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoMail {
    pub id: MailId,
    pub to_address: String,
    pub language: String,
    pub kind: String,
    pub subject: String,
    pub text_body: Option<String>,
    pub html_body: Option<String>,
    pub status: String,
    pub created_at: DateTime<Utc>,
}

/// A mail that was given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub id: MailId,
    pub organisation_id: Option<Uuid>,
    pub to_address: String,
    pub kind: String,
    pub subject: String,
    pub attempts: i32,
    pub last_error: Option<String>,
    pub created_at: DateTime<Utc>,
}

/// Mails to one recipient or to all, the newest first, at most `size` of them, older than the given one if any.
pub async fn list(
    pool: &PgPool,
    recipient: Option<&str>,
    older_than: Option<MailId>,
    size: u16,
) -> Result<MailPage, sqlx::Error> {
    let size = usize::from(size.max(1));
    // One more than asked for tells whether there are older ones.
    let limit = i64::try_from(size).unwrap_or(i64::MAX).saturating_add(1);
    let newest = older_than.unwrap_or(Uuid::max());
    // Two statements: each has the index that fits it.
    let mut mails = match recipient {
        Some(recipient) => {
            sqlx::query_as!(
                ListedMail,
                "select id, to_address, subject, status, created_at from mail
                 where to_address = $1 and id < $2 order by id desc limit $3",
                recipient,
                newest,
                limit
            )
            .fetch_all(pool)
            .await?
        }
        None => {
            sqlx::query_as!(
                ListedMail,
                "select id, to_address, subject, status, created_at from mail
                 where id < $1 order by id desc limit $2",
                newest,
                limit
            )
            .fetch_all(pool)
            .await?
        }
    };
    let more = mails.len() > size;
    mails.truncate(size);
    let older_than = mails.last().filter(|_| more).map(|mail| mail.id);
    Ok(MailPage { mails, older_than })
}

/// One mail.
pub async fn read(pool: &PgPool, id: MailId) -> Result<Option<DemoMail>, sqlx::Error> {
    sqlx::query_as!(
        DemoMail,
        "select id, to_address, language, kind, subject, text_body, html_body, status, created_at
         from mail where id = $1",
        id
    )
    .fetch_optional(pool)
    .await
}

/// Mails that were given up, the newest first, older than the given one if any. See [`super::resend`].
pub async fn dead_letters(
    pool: &PgPool,
    older_than: Option<MailId>,
    size: u16,
) -> Result<Vec<Letter>, sqlx::Error> {
    sqlx::query_as!(
        Letter,
        "select id, organisation_id, to_address, kind, subject, attempts, last_error, created_at
         from mail where status = 'dead' and id < $1 order by id desc limit $2",
        older_than.unwrap_or(Uuid::max()),
        i64::from(size),
    )
    .fetch_all(pool)
    .await
}
