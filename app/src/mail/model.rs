//! Mails, for the demo mailbox and for the operator's list of those that could not be delivered.

use serde::Serialize;
use tierline_core::{Timestamp, read::Read};
use uuid::Uuid;

/// How far a mail has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum MailStatus {
    /// Waits for its turn.
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
    /// To whom.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// When it was written.
    pub at: Timestamp,
    /// How far it has come.
    pub status: MailStatus,
    /// Why it failed last.
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
