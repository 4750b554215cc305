//! The server's answer to a form that was posted without WASM and failed.

use serde::{Deserialize, Serialize};
use tierline_core::{ids::UserId, read::Read};

use crate::{context::use_reply, error::PortalError};

/// The typed values and the reason why it was not done. Passwords are never part of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
pub struct FormReply {
    /// The path of the server function.
    pub function: String,
    /// The name of the form among several of that function on the page; empty if there is only one.
    pub form: String,
    /// Names and values of the fields, in the order of the form.
    pub fields: Vec<(String, String)>,
    /// The reason why it was not done.
    pub error: PortalError,
    /// The user whose text it is, if it waits until that user has signed in again: it is shown to nobody else.
    pub user: Option<UserId>,
}

impl FormReply {
    /// The first value that was typed into the field of this name.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, value)| value.as_str())
    }

    /// Every value of the field of this name, for ticked boxes.
    #[must_use]
    pub fn values(&self, name: &str) -> Vec<String> {
        self.fields
            .iter()
            .filter(|(field, _)| field == name)
            .map(|(_, value)| value.clone())
            .collect()
    }
}

/// The value that was typed into the field of this name, in a form that came back, for the data of the page.
pub(crate) fn typed(name: &str) -> Option<String> {
    use_reply()?.value(name).map(str::to_owned)
}
