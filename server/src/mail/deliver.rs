use lettre::{
    Message,
    message::{Mailbox, MultiPart},
};

use super::{MailId, Transport, TransportError};
use crate::state::AppState;

/// With the job queue's growing pauses (e, e², e³ ... seconds) the last attempt is about ten hours after the first.
pub const MAX_ATTEMPTS: i32 = 11;

/// Errors of a delivery attempt.
#[derive(Debug, thiserror::Error)]
pub enum DeliveryError {
    #[error(transparent)]
    Transport(#[from] TransportError),
    #[error("the mail is not one: {0}")]
    Message(String),
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
}

struct QueuedMail {
    to_address: String,
    reply_to_name: Option<String>,
    reply_to_address: Option<String>,
    subject: String,
    text_body: Option<String>,
    html_body: Option<String>,
    attempts: i32,
}

/// Delivers a stored mail. An error asks for another attempt; a mail that was already sent, or given up, is not
/// touched.
///
/// A server that dies between handing the mail over and recording it causes a second delivery: at least once, not at
/// most. The Message-ID is the same then, so that mail programs can tell.
pub async fn deliver(
    state: &AppState,
    transport: &Transport,
    id: MailId,
) -> Result<(), DeliveryError> {
    let Some(mail) = begin(state, id).await? else {
        return Ok(());
    };
    let attempts = mail.attempts;
    let sent = match message(transport, id, mail) {
        Ok(message) => transport
            .send(id, message)
            .await
            .map_err(DeliveryError::from),
        Err(error) => Err(error),
    };
    match sent {
        Ok(()) => {
            sent_at_last(state, id).await?;
            tracing::info!(mail = %id, attempts, "mail sent");
            metrics::counter!("tierline_mails_total", "outcome" => "sent").increment(1);
            Ok(())
        }
        Err(error) => failed(state, id, attempts, error).await,
    }
}

async fn begin(state: &AppState, id: MailId) -> Result<Option<QueuedMail>, sqlx::Error> {
    sqlx::query_as!(
        QueuedMail,
        "update mail set status = 'sending', attempts = attempts + 1
         where id = $1 and status not in ('sent', 'dead')
         returning to_address, reply_to_name, reply_to_address, subject, text_body, html_body, attempts",
        id
    )
    .fetch_optional(&state.pool)
    .await
}

async fn sent_at_last(state: &AppState, id: MailId) -> Result<(), sqlx::Error> {
    // Links in mails are secrets; only the demo world, where everyone can read all mails, keeps them.
    sqlx::query!(
        "update mail set status = 'sent', sent_at = $2, last_error = null,
             text_body = case when $3 then text_body end, html_body = case when $3 then html_body end,
             reply_to_name = null, reply_to_address = null
         where id = $1",
        id,
        state.clock.now(),
        state.config.demo,
    )
    .execute(&state.pool)
    .await?;
    Ok(())
}

async fn failed(
    state: &AppState,
    id: MailId,
    attempts: i32,
    error: DeliveryError,
) -> Result<(), DeliveryError> {
    let hopeless = match &error {
        DeliveryError::Transport(error) => error.is_permanent(),
        DeliveryError::Message(_) => true,
        DeliveryError::Database(_) => false,
    };
    let dead = hopeless || attempts >= MAX_ATTEMPTS;
    let (status, outcome) = if dead {
        ("dead", "dead")
    } else {
        ("failed", "retried")
    };
    sqlx::query!(
        "update mail set status = $2, last_error = $3 where id = $1",
        id,
        status,
        error.to_string(),
    )
    .execute(&state.pool)
    .await?;
    metrics::counter!("tierline_mails_total", "outcome" => outcome).increment(1);
    tracing::warn!(mail = %id, attempts, %error, dead, "mail not sent");
    // A dead mail's job is done: the mail waits on the dead-letter list for the operator.
    if dead { Ok(()) } else { Err(error) }
}

fn message(transport: &Transport, id: MailId, mail: QueuedMail) -> Result<Message, DeliveryError> {
    let wrong = |error: &dyn std::error::Error| DeliveryError::Message(error.to_string());
    let (Some(text), Some(html)) = (mail.text_body, mail.html_body) else {
        return Err(DeliveryError::Message("it has no body any more".to_owned()));
    };
    let to: Mailbox = mail.to_address.parse().map_err(|error| wrong(&error))?;
    let answers_to = match mail.reply_to_address {
        Some(address) => {
            let address = address.parse().map_err(|error| wrong(&error))?;
            Some(Mailbox::new(mail.reply_to_name, address))
        }
        None => transport.contact.clone(),
    };
    let domain = transport.from.email.domain();
    let message = Message::builder().from(transport.from.clone()).to(to);
    let message = match answers_to {
        Some(mailbox) => message.reply_to(mailbox),
        None => message,
    };
    message
        .subject(mail.subject)
        .message_id(Some(format!("<{id}@{domain}>")))
        // Tells auto-responders to keep quiet.
        .raw_header(lettre::message::header::HeaderValue::new(
            lettre::message::header::HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ))
        .multipart(MultiPart::alternative_plain_html(text, html))
        .map_err(|error| wrong(&error))
}

#[cfg(test)]
mod tests;
