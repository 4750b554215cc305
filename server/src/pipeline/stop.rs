//! Reasons why a change was not made. They know nothing of the portal; its answer is made of them at the border, when a
//! command has run.

use tierline_app::{
    error::{FieldError, FieldProblem, PortalError},
    form::mark::Changed,
};
use tierline_core::{Refusal, access};

use crate::{account::PasswordError, fault::fault, mail::MailError};

/// The result of one step of a change.
pub type CommandResult<T> = Result<T, CommandError>;

/// The reason why a change stops. In every case, nothing of it remains.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// Core refuses it.
    #[error("refused: {0:?}")]
    Refused(Box<Refusal>),
    /// Fields to correct.
    #[error("{} fields are not valid", .0.len())]
    Invalid(Vec<FieldError>),
    /// The object does not exist, or the caller may not know of it.
    #[error("not found")]
    NotFound,
    /// The caller is nobody, or no longer who it was.
    #[error("not signed in")]
    SignedOut,
    /// Somebody else changed it in the meantime.
    #[error("changed by someone else")]
    Conflict,
    /// Somebody else saved the same form in the meantime.
    #[error("changed by someone else")]
    Changed(Box<Changed>),
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

impl From<Vec<FieldError>> for CommandError {
    fn from(fields: Vec<FieldError>) -> Self {
        CommandError::Invalid(fields)
    }
}

/// What is out of the caller's reach is not there.
impl From<Refusal> for CommandError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Access(access::Refusal::OutOfReach { .. }) => CommandError::NotFound,
            refusal => CommandError::Refused(Box::new(refusal)),
        }
    }
}

/// The answer to a page when the facts that it shares with a change cannot be loaded.
impl From<CommandError> for PortalError {
    fn from(stop: CommandError) -> Self {
        match stop {
            CommandError::Refused(refusal) => PortalError::Refused(refusal),
            CommandError::Invalid(fields) => PortalError::Invalid(fields),
            CommandError::NotFound => PortalError::NotFound,
            CommandError::SignedOut => PortalError::SignedOut,
            CommandError::Conflict => PortalError::Conflict,
            CommandError::Changed(changed) => PortalError::Changed(changed),
            error => fault(&error),
        }
    }
}

impl CommandError {
    /// One field is wrong.
    pub fn field(field: impl Into<String>, problem: impl Into<FieldProblem>) -> CommandError {
        CommandError::Invalid(vec![FieldError::new(field, problem)])
    }

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
        let answer = PortalError::from(self);
        if let PortalError::Fault { reference } = &answer {
            tracing::error!(reference, command, "the command that failed");
        }
        answer
    }
}
