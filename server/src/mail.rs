//! Mails: written in the transaction that causes them, delivered by a job after it has committed.
//!
//! [`enqueue`] stores the rendered mail and its job through the caller's connection, so that neither exists without the
//! change it reports. [`deliver`] runs in the job; a mail is handed over at least once, tried again with growing
//! pauses, and finally becomes a dead letter, which waits on the operator's list to be sent again by [`resend`].

pub(crate) mod command;
pub mod query;
#[cfg(test)]
mod tests;

mod deliver;
mod queue;
mod render;
mod template;
mod transport;

pub use deliver::{DeliveryError, MAX_ATTEMPTS, deliver};
pub use queue::{MailError, MailId, NewMail, enqueue, resend};
pub(crate) use queue::{enqueue_all, purge};
pub use render::Rendered;
pub use template::{GrantKind, InvitationKind, MailTemplate, OrderLine};
pub use transport::{Transport, TransportError};
mod portal;
