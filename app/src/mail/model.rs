//! Mails, for the demo mailbox and for the operator's list of those that could not be delivered.

use serde::Serialize;
use tierline_core::{Timestamp, read::Read};
use uuid::Uuid;

/// The state of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum MailStatus {
    /// Waiting for its turn.
    Queued,
    /// Failed, will be tried again.
    Retrying,
    /// Handed over.
    Sent,
    /// Given up; can be sent again by hand.
    Dead,
}

/// A mail in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct MailRow {
    /// Its id.
    pub id: Uuid,
    /// The recipient.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// The time when it was written.
    pub at: Timestamp,
    /// Its state.
    pub status: MailStatus,
    /// The reason of its last failure.
    pub error: Option<String>,
}

/// A mail with its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct Mail {
    /// As in the list.
    pub row: MailRow,
    /// The text, with its links.
    pub text: String,
    /// The HTML part, for a sandboxed frame.
    pub html: String,
}
