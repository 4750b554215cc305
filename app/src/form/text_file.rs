//! A text that is typed, or comes as a file. A form with such a file is posted in parts, and the server makes of each
//! file a field like any other, so that the function that answers reads texts alone.

#[cfg(feature = "ssr")]
use crate::error::{FieldErrors, FieldProblem};

/// The largest text that comes as a file, in bytes.
pub const LARGEST_FILE: usize = 1024 * 1024;

/// What the name of a file's field ends with where something says why the file was refused.
pub const REFUSED: &str = "_refused";

/// Why a file is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is larger than [`LARGEST_FILE`].
    TooLarge,
    /// It is no text in UTF-8.
    NotText,
}

impl Refused {
    /// The stable name, as it is posted.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Refused::TooLarge => "too_large",
            Refused::NotText => "not_text",
        }
    }
}

/// A text as it was posted. The field of its file is called as its own, with `_file` behind it.
#[cfg(feature = "ssr")]
#[derive(Debug)]
pub struct Written {
    /// The field in which it is typed.
    pub field: &'static str,
    /// What was typed.
    pub typed: String,
    /// What the file holds.
    pub file: String,
    /// Why there is a file, and not its text.
    pub refused: String,
}

#[cfg(feature = "ssr")]
impl Written {
    /// The text, if there is one and nothing is wrong with it. No more than so many letters are typed.
    pub fn read(self, longest: u32, is_needed: bool, errors: &mut FieldErrors) -> Option<String> {
        let (field, file) = (self.field, format!("{}_file", self.field));
        let (typed, sent) = (!self.typed.trim().is_empty(), !self.file.trim().is_empty());
        if self.refused == Refused::TooLarge.code() || self.file.len() > LARGEST_FILE {
            errors.wrong(&file, FieldProblem::FileTooLarge);
        } else if !self.refused.is_empty() {
            errors.wrong(&file, FieldProblem::FileNotText);
        } else if typed && sent {
            errors.wrong(&file, FieldProblem::FileAndText);
        } else if self.typed.chars().count() > longest as usize {
            errors.wrong(field, FieldProblem::TooLong);
        } else if !typed && !sent && is_needed {
            errors.wrong(field, FieldProblem::Empty);
        }
        match (typed, sent) {
            (true, _) => Some(self.typed),
            (false, true) => Some(self.file),
            (false, false) => None,
        }
    }
}
