//! The answer of a server function that did not do what was asked.

mod fields;

use leptos::prelude::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};
use tierline_core::{Refusal, read::Read, text::TextError};

use crate::{
    form::{mark::Changed, words::field::outside},
    i18n::{Lang, number},
    wire::encoding::WireEncoding,
};

pub use crate::form::words::field::FieldProblem;
pub use fields::FieldErrors;

/// An answer of the portal.
pub type PortalResult<T> = Result<T, PortalError>;

/// The reason why something was not done. Typed through to the page, which explains it and offers a way on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum PortalError {
    /// Some fields have to be corrected; nothing was changed.
    Invalid(Vec<FieldError>),
    /// A rule forbids it: core's refusal with its reasons. Boxed because it is much larger than the others.
    Refused(Box<Refusal>),
    /// The object does not exist, or the caller may not know of it: the two are never told apart.
    NotFound,
    /// Nobody is signed in, or no longer.
    SignedOut,
    /// The session was over when a plain form was posted; the typed values were kept until its user signed in again.
    Interrupted,
    /// Someone else changed it in the meantime.
    Conflict,
    /// Someone else saved the same form in the meantime; nothing was changed. Sent again with the mark in here, it
    /// replaces what they saved.
    Changed(Box<Changed>),
    /// Too many attempts.
    TooMany {
        /// The number of seconds until the next attempt can succeed.
        retry_after_seconds: u64,
    },
    /// The request did not have the required shape: it came from an old page, or not from one of ours.
    Malformed,
    /// The browser got no answer: the request may or may not have been carried out.
    Unreachable,
    /// Our fault. It was logged with this reference.
    Fault {
        /// The reference to quote to the operator.
        reference: String,
    },
}

/// A field that has to be corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct FieldError {
    /// The name of the input.
    pub field: String,
    /// The problem with it.
    #[serde(rename = "code")]
    pub problem: FieldProblem,
    /// The piece of the text that is wrong, where one can be named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<char>,
    /// The least and the most that a number may be, where it lies outside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bounds: Option<(u32, u32)>,
}

impl FieldError {
    /// This field, for this reason.
    pub fn new(field: impl Into<String>, problem: impl Into<FieldProblem>) -> FieldError {
        FieldError {
            field: field.into(),
            problem: problem.into(),
            found: None,
            bounds: None,
        }
    }

    /// This field, for a number that lies outside these bounds.
    pub fn outside(field: impl Into<String>, least: u32, most: u32) -> FieldError {
        FieldError {
            bounds: Some((least, most)),
            ..FieldError::new(field, FieldProblem::OutsideBounds)
        }
    }

    /// This field, for what core says of its text.
    pub fn of_text(field: impl Into<String>, error: TextError) -> FieldError {
        let found = match error {
            TextError::EmailCharacter { found } | TextError::DomainCharacter { found } => {
                Some(found)
            }
            _ => None,
        };
        FieldError {
            found,
            ..FieldError::new(field, error)
        }
    }

    /// The problem in words, with the bounds in them, or the piece that is wrong behind them.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        let words = self.problem.words(lang);
        if let Some((least, most)) = self.bounds {
            return outside(lang, number(least), number(most));
        }
        match self.found {
            Some(found) => format!("{words} {found}"),
            None => words.to_owned(),
        }
    }
}

impl PortalError {
    /// One field is wrong.
    pub fn field(field: impl Into<String>, problem: impl Into<FieldProblem>) -> PortalError {
        PortalError::Invalid(vec![FieldError::new(field, problem)])
    }

    /// One field is wrong, for what core says of its text.
    pub fn of_text(field: impl Into<String>, error: TextError) -> PortalError {
        PortalError::Invalid(vec![FieldError::of_text(field, error)])
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

impl From<Vec<FieldError>> for PortalError {
    fn from(fields: Vec<FieldError>) -> Self {
        PortalError::Invalid(fields)
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
            // A proxy's page instead of our answer, in the browser; a body that is not a form, on the server.
            | ServerFnErrorErr::Deserialization(_) => PortalError::Malformed,
            _ => PortalError::Fault { reference: String::new() },
        }
    }
}
