use lettre::{Address, message::Mailbox};
use sqlx::{PgConnection, types::Json};
use tierline_app::i18n::Lang;
use tierline_core::{Timestamp, text::search::SearchText};
use uuid::Uuid;

use super::{Mail, job::add_send_mails, render};
use crate::clock::Clock;

/// The id of a stored mail. Ids are in order of creation.
pub type MailId = Uuid;

/// A mail to be sent.
#[derive(Clone, Debug)]
pub struct NewMail {
    /// The organization that the mail concerns; none for the service's own mails.
    pub organization: Option<Uuid>,
    pub to: String,
    /// Name and address of the person who sends it, for answers; none for an automatic mail.
    pub reply_to: Option<(String, String)>,
    pub language: Lang,
    pub template: Mail,
}

/// Errors in storing a mail.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    #[error("`{0}` isn't an email address")]
    Address(String),
    #[error("the email could not be written")]
    Render(#[from] minijinja::Error),
    #[error("the email could not be stored")]
    Database(#[from] sqlx::Error),
}

/// Stores a mail and the job that delivers it, as part of the caller's transaction: both exist once it commits, or
/// neither.
pub async fn enqueue(
    connection: &mut PgConnection,
    clock: &Clock,
    mail: NewMail,
) -> Result<MailId, MailError> {
    let ids = enqueue_all(connection, clock.now(), None, vec![mail]).await?;
    ids.into_iter()
        .next()
        .ok_or(MailError::Database(sqlx::Error::RowNotFound))
}

/// Stores mails with their jobs, in one statement for all mails and one for all jobs. Automatic ones name `contact` for
/// questions.
pub(crate) async fn enqueue_all(
    connection: &mut PgConnection,
    now: Timestamp,
    contact: Option<&Mailbox>,
    mails: Vec<NewMail>,
) -> Result<Vec<MailId>, MailError> {
    if mails.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::default();
    for mail in mails {
        rows.push(mail, contact)?;
    }
    sqlx::query!(
        "insert into mail
            (id, organization_id, to_address, language, kind, subject, text_body, html_body, search,
             reply_to_name, reply_to_address, words, created_at)
         select id, organization, to_address, language, kind, subject, text_body, html_body, search, name, address,
            array_to_tsvector(array(select jsonb_array_elements_text(words))), $13::timestamptz
         from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
            $9::text[], $10::text[], $11::text[], $12::jsonb[])
            as new (id, organization, to_address, language, kind, subject, text_body, html_body, search, name, address,
                words)",
        &rows.ids,
        &rows.organizations as _,
        &rows.to,
        &rows.languages,
        &rows.kinds,
        &rows.subjects,
        &rows.texts,
        &rows.htmls,
        &rows.searches,
        &rows.reply_names as _,
        &rows.reply_addresses as _,
        &rows.words as _,
        now,
    )
    .execute(&mut *connection)
    .await?;
    add_send_mails(connection, &rows.ids).await?;
    Ok(rows.ids)
}

/// Mails by column.
#[derive(Default)]
struct Rows {
    ids: Vec<MailId>,
    organizations: Vec<Option<Uuid>>,
    to: Vec<String>,
    languages: Vec<String>,
    kinds: Vec<String>,
    subjects: Vec<String>,
    texts: Vec<String>,
    htmls: Vec<String>,
    searches: Vec<String>,
    words: Vec<Json<Vec<String>>>,
    reply_names: Vec<Option<String>>,
    reply_addresses: Vec<Option<String>>,
}

impl Rows {
    fn push(&mut self, mail: NewMail, contact: Option<&Mailbox>) -> Result<(), MailError> {
        let answers_to = mail.reply_to.as_ref().map(|(_, address)| address);
        for address in [&mail.to].into_iter().chain(answers_to) {
            if address.parse::<Address>().is_err() {
                return Err(MailError::Address(address.clone()));
            }
        }
        let rendered = render::render(&mail.template, mail.language, contact)?;
        let (name, address) = mail.reply_to.unzip();
        self.reply_names.push(name);
        self.reply_addresses.push(address);
        self.ids.push(Uuid::now_v7());
        self.organizations.push(mail.organization);
        self.to.push(mail.to.clone());
        self.languages.push(mail.language.tag().to_owned());
        self.kinds.push(mail.template.kind.name.to_owned());
        let found_by = SearchText::of([mail.to.as_str(), &rendered.subject]);
        self.searches.push(found_by.to_string());
        self.words.push(Json(found_by.indexed("")));
        self.subjects.push(rendered.subject);
        self.texts.push(rendered.text);
        self.htmls.push(rendered.html);
        Ok(())
    }
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
    add_send_mails(connection, &[id]).await?;
    Ok(true)
}

/// Deletes the mails from before this time that were sent or could not be, with the links and addresses in them;
/// returns how many.
pub(crate) async fn purge(
    connection: &mut PgConnection,
    before: Timestamp,
) -> Result<u64, sqlx::Error> {
    let purged = sqlx::query!(
        "delete from mail where status in ('sent', 'dead') and coalesce(sent_at, created_at) < $1",
        before
    )
    .execute(connection)
    .await?;
    Ok(purged.rows_affected())
}
