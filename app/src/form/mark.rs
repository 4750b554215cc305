//! The mark of a form's initial values, so that no user unknowingly saves over another user's change.

use core::fmt;

use serde::{Deserialize, Serialize};
use tierline_core::read::Read;

/// Stands for the values that a form was filled with. The server makes it, a form carries it along, and the server
/// compares it with the stored values when the form comes back.
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

/// The stored values, where a form was about to save over another user's change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Changed {
    /// The mark of the stored values: a form that brings it may save over them.
    pub mark: Mark,
    /// The fields that differ from the typed values.
    pub fields: Vec<StoredField>,
}

/// A field as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct StoredField {
    /// The name of the input.
    pub field: String,
    /// Its value, in readable form.
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
