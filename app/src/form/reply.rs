//! The server's answer to a form that was posted without WASM and failed.

use serde::{Deserialize, Serialize};
use tierline_core::{ids::UserId, read::Read};

use crate::error::PortalError;

/// What had been typed and why it was not done. Passwords are never part of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
pub struct FormReply {
    /// The path of the server function.
    pub function: String,
    /// Which of several forms of that function on the page; empty if there is one.
    pub form: String,
    /// Names and values of the fields, in the order of the form.
    pub fields: Vec<(String, String)>,
    /// Why it was not done.
    pub error: PortalError,
    /// Whose text it is, where it waits until somebody has signed in again: it is shown to nobody else.
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

    /// Every value of the field of this name, for boxes that were ticked.
    #[must_use]
    pub fn values(&self, name: &str) -> Vec<String> {
        self.fields
            .iter()
            .filter(|(field, _)| field == name)
            .map(|(_, value)| value.clone())
            .collect()
    }
}
