//! Mails: written in the transaction that causes them, delivered by a job after it has committed.
//!
//! [`enqueue`] stores the rendered mail and its job through the caller's connection, so that neither exists without the
//! change it reports. [`deliver`] runs in the job; a mail is handed over at least once, tried again with growing
//! pauses, and finally becomes a dead letter, which waits on the operator's list to be sent again by [`resend`].

pub(crate) mod command;
pub mod query;

mod deliver;
mod job;
mod portal;
mod queue;
mod render;
mod transport;

#[cfg(test)]
mod tests;

use lettre::message::Mailbox;
use tierline_app::i18n::Lang;

pub use crate::pipeline::template::Mail;
pub use deliver::{DeliveryError, MAX_ATTEMPTS, deliver};
pub use job::deliveries;
pub(crate) use job::take_up_lost;
pub use queue::{MailError, MailId, NewMail, enqueue, resend};
pub(crate) use queue::{enqueue_all, purge};
pub use render::Rendered;
pub use transport::{Transport, TransportError};

/// The mail as it would be sent, for whoever looks at it before.
pub(crate) fn preview(
    mail: &Mail,
    language: Lang,
    contact: Option<&Mailbox>,
) -> Result<Rendered, minijinja::Error> {
    render::render(mail, language, contact)
}
