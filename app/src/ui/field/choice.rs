//! One of several answers.

/// An answer that can be chosen: the posted value, the words, and their meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub(crate) value: String,
    pub(crate) words: String,
    pub(super) hint: Option<String>,
}

impl Choice {
    /// An answer with the value that is posted for it.
    pub fn new(value: impl Into<String>, words: impl Into<String>) -> Choice {
        Choice {
            value: value.into(),
            words: words.into(),
            hint: None,
        }
    }

    /// Adds a sentence on its meaning; radio buttons show it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Choice {
        self.hint = Some(hint.into());
        self
    }
}
