//! What a server function answers when it does not do what was asked.

use leptos::prelude::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};
use tierline_core::{Refusal, read::Read};

use crate::{form::mark::Changed, wire::WireEncoding};

pub use crate::form::words::field::FieldProblem;

/// Why something was not done. Typed through to the page, which explains it and offers a way on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum PortalError {
    /// Some fields have to be corrected; nothing was changed.
    Invalid(Vec<FieldError>),
    /// A rule forbids it: core's refusal with its reasons. Boxed because it is much larger than the others.
    Refused(Box<Refusal>),
    /// There is no such thing, or none that the caller may know of: the two are never told apart.
    NotFound,
    /// Nobody is signed in, or not any more.
    SignedOut,
    /// The session was over when a plain form was posted; what was typed has waited until its user signed in again.
    Interrupted,
    /// Someone else changed it in the meantime.
    Conflict,
    /// Someone else saved the same form in the meantime; nothing was changed. Sent again with the mark that is in
    /// here, it replaces what they saved.
    Changed(Box<Changed>),
    /// Too many attempts.
    TooMany {
        /// When the next attempt can succeed.
        retry_after_seconds: u64,
    },
    /// The request did not have the shape it must have: an old page, or not one of ours.
    Malformed,
    /// The browser got no answer: what was asked may or may not have happened.
    Unreachable,
    /// Our fault. It was logged under this reference.
    Fault {
        /// What to quote to whoever runs the portal.
        reference: String,
    },
}

/// One field that has to be corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct FieldError {
    /// The name of the input.
    pub field: String,
    /// What is wrong with it.
    #[serde(rename = "code")]
    pub problem: FieldProblem,
}

impl FieldError {
    /// This field, for this reason.
    pub fn new(field: impl Into<String>, problem: impl Into<FieldProblem>) -> FieldError {
        FieldError {
            field: field.into(),
            problem: problem.into(),
        }
    }
}

impl PortalError {
    /// One field is wrong.
    pub fn field(field: impl Into<String>, problem: impl Into<FieldProblem>) -> PortalError {
        PortalError::Invalid(vec![FieldError::new(field, problem)])
    }

    /// The HTTP status for callers that are programs; people are shown a page.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            PortalError::Invalid(_) => 422,
            PortalError::Refused(_) => 403,
            PortalError::NotFound => 404,
            PortalError::SignedOut | PortalError::Interrupted => 401,
            PortalError::Conflict | PortalError::Changed(_) => 409,
            PortalError::TooMany { .. } => 429,
            PortalError::Malformed => 400,
            PortalError::Unreachable => 503,
            PortalError::Fault { .. } => 500,
        }
    }
}

impl From<Refusal> for PortalError {
    fn from(refusal: Refusal) -> Self {
        PortalError::Refused(Box::new(refusal))
    }
}

impl core::fmt::Display for PortalError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            PortalError::Invalid(fields) => write!(f, "{} fields are not valid", fields.len()),
            PortalError::Refused(refusal) => write!(f, "refused: {refusal:?}"),
            PortalError::NotFound => f.write_str("not found"),
            PortalError::SignedOut | PortalError::Interrupted => f.write_str("not signed in"),
            PortalError::Conflict | PortalError::Changed(_) => {
                f.write_str("changed by someone else")
            }
            PortalError::TooMany {
                retry_after_seconds,
            } => write!(f, "too many attempts, retry in {retry_after_seconds} s"),
            PortalError::Malformed => f.write_str("malformed request"),
            PortalError::Unreachable => f.write_str("server not reached"),
            PortalError::Fault { reference } => write!(f, "fault `{reference}`"),
        }
    }
}

impl core::error::Error for PortalError {}

impl FromServerFnError for PortalError {
    type Encoder = WireEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) => PortalError::Unreachable,
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::UnsupportedRequestMethod(_)
            // A proxy's page instead of our answer, in the browser; a body that is no form, in the server.
            | ServerFnErrorErr::Deserialization(_) => PortalError::Malformed,
            _ => PortalError::Fault { reference: String::new() },
        }
    }
}
