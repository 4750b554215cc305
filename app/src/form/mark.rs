//! What a form was filled with, so that nobody saves over what somebody else has saved meanwhile without knowing.

use core::fmt;

use serde::{Deserialize, Serialize};
use tierline_core::read::Read;

/// Stands for the values that a form was filled with. The server makes it, a form carries it along, and the server
/// compares it with what is stored when the form comes back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(transparent)]
pub struct Mark(String);

impl Mark {
    /// The mark that a form brought back.
    pub fn new(text: impl Into<String>) -> Mark {
        Mark(text.into())
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What is stored now, where a form was about to save over somebody else's change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Changed {
    /// The mark of what is stored now: a form that brings it may save over it.
    pub mark: Mark,
    /// The fields in which it differs from what was typed.
    pub fields: Vec<StoredField>,
}

/// A field as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct StoredField {
    /// The name of the input.
    pub field: String,
    /// Its value, to be read.
    pub value: String,
}

impl StoredField {
    /// This field has this value.
    pub fn new(field: impl Into<String>, value: impl Into<String>) -> StoredField {
        StoredField {
            field: field.into(),
            value: value.into(),
        }
    }
}
