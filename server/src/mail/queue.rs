use lettre::Address;
use sqlx::PgConnection;
use tierline_app::i18n::Lang;
use tierline_core::{Timestamp, text::search::SearchText};
use uuid::Uuid;

use super::{MailTemplate, render};
use crate::{clock::Clock, jobs};

/// The id of a stored mail. Ids are in order of creation.
pub type MailId = Uuid;

/// A mail to be sent.
#[derive(Clone, Debug)]
pub struct NewMail {
    /// The organization whose affair it is; none for the service's own.
    pub organization: Option<Uuid>,
    pub to: String,
    pub language: Lang,
    pub template: MailTemplate,
}

/// Why a mail could not be stored.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    #[error("`{0}` is not an e-mail address")]
    Address(String),
    #[error("the mail could not be written")]
    Render(#[from] minijinja::Error),
    #[error("the mail could not be stored")]
    Database(#[from] sqlx::Error),
}

/// Stores a mail and the job that will deliver it, as part of the caller's transaction: both come to exist when it
/// commits, or neither.
pub async fn enqueue(
    connection: &mut PgConnection,
    clock: &Clock,
    mail: NewMail,
) -> Result<MailId, MailError> {
    if mail.to.parse::<Address>().is_err() {
        return Err(MailError::Address(mail.to));
    }
    let rendered = render::render(&mail.template, mail.language)?;
    let id = Uuid::now_v7();
    let search = SearchText::of([mail.to.as_str(), &rendered.subject]).to_string();
    sqlx::query!(
        "insert into mail (id, organization_id, to_address, language, kind, subject, text_body, html_body, created_at, search)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id,
        mail.organization,
        mail.to,
        mail.language.tag(),
        mail.template.kind(),
        rendered.subject,
        rendered.text,
        rendered.html,
        clock.now(),
        search,
    )
    .execute(&mut *connection)
    .await?;
    jobs::add_send_mail(connection, id).await?;
    Ok(id)
}

/// Tries a mail on the dead-letter list again from the beginning. False if it is not there (any more).
pub async fn resend(connection: &mut PgConnection, id: MailId) -> Result<bool, sqlx::Error> {
    let revived = sqlx::query!(
        "update mail set status = 'queued', attempts = 0, last_error = null where id = $1 and status = 'dead'",
        id
    )
    .execute(&mut *connection)
    .await?;
    if revived.rows_affected() == 0 {
        return Ok(false);
    }
    jobs::add_send_mail(connection, id).await?;
    Ok(true)
}

/// Forgets the dead letters from before this, with the links in them; how many.
pub(crate) async fn purge(
    connection: &mut PgConnection,
    before: Timestamp,
) -> Result<u64, sqlx::Error> {
    let purged = sqlx::query!(
        "delete from mail where status = 'dead' and created_at < $1",
        before
    )
    .execute(connection)
    .await?;
    Ok(purged.rows_affected())
}
