//! Reasons why a change was not made.

use tierline_app::error::PortalError;
use tierline_core::Refusal;

use crate::{account::PasswordError, fault::fault, mail::MailError};

/// The result of one step of a change.
pub type CommandResult<T> = Result<T, CommandError>;

/// The reason why a change stops. In every case, nothing of it remains.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// An answer to the caller: a refusal, a wrong field, an object not found.
    #[error(transparent)]
    Answer(#[from] PortalError),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// A mail could not be written.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// A password could not be hashed.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// No code can be made of a stored secret.
    #[error("no code can be made of a stored secret: {0}")]
    Secret(#[from] totp_rs::TotpError),
    /// An outcome could not be stored or read.
    #[error(transparent)]
    Outcome(#[from] serde_json::Error),
    /// Stored facts contradict each other.
    #[error("stored facts contradict each other: {0}")]
    Inconsistent(&'static str),
}

impl From<Refusal> for CommandError {
    fn from(refusal: Refusal) -> Self {
        CommandError::Answer(refusal.into())
    }
}

/// The answer to a page when the facts that it shares with a change cannot be loaded.
impl From<CommandError> for PortalError {
    fn from(stop: CommandError) -> Self {
        match stop {
            CommandError::Answer(answer) => answer,
            error => fault(&error),
        }
    }
}

impl CommandError {
    /// Whether it is worth trying again: after a serialization failure, a deadlock, or a conflict on a unique index
    /// with a faster change. With the facts read anew, core decides what that means.
    pub(super) fn may_pass(&self) -> bool {
        let error = match self {
            CommandError::Database(error) | CommandError::Mail(MailError::Database(error)) => error,
            _ => return false,
        };
        let code = error.as_database_error().and_then(|error| error.code());
        matches!(code.as_deref(), Some("40001" | "40P01" | "23505"))
    }

    /// The answer to the caller. Faults are logged here, and only here.
    pub(super) fn answer(self, command: &'static str) -> PortalError {
        match self {
            CommandError::Answer(answer) => answer,
            error => {
                let answer = fault(&error);
                if let PortalError::Fault { reference } = &answer {
                    tracing::error!(reference, command, "the command that failed");
                }
                answer
            }
        }
    }
}
