//! Reading what is written in the stable serialized form, by little code.
//!
//! serde makes code for every type and every way in which its text might come: by that it was a third of what a browser
//! downloads. Here a text becomes a [`Tree`], and each type takes from it what it needs. `#[derive(Read)]` goes by the
//! same attributes as serde's `Serialize`, whose form this reads; what is stored is read by serde.
//!
//! ```
//! use tierline_core::{market::Currency, read::{self, Unreadable}};
//! assert_eq!(read::json::<Vec<Currency>>(r#"["EUR", "USD"]"#)?, [Currency::Eur, Currency::Usd]);
//! assert_eq!(read::json::<Currency>(r#""shells""#), Err(Unreadable::Shape));
//! # Ok::<(), Unreadable>(())
//! ```

mod json;
mod tree;
mod values;

use std::fmt;

pub use tierline_read::Read;
pub use tree::Tree;

/// A type that can be read from a tree.
pub trait Read: Sized {
    /// The value that this tree is of; nothing if it is of none.
    fn read(tree: &Tree) -> Option<Self>;
}

/// Reads JSON.
///
/// # Errors
/// If it is no JSON, or none of a `T`.
pub fn json<T: Read>(text: &str) -> Result<T, Unreadable> {
    T::read(&tree(text)?).ok_or(Unreadable::Shape)
}

/// Reads JSON as a tree, where its type is not known yet.
///
/// # Errors
/// If it is no JSON.
pub fn tree(text: &str) -> Result<Tree, Unreadable> {
    json::parse(text)
}

/// The field of this name, or what it is without one: for types in which fields may be missing.
pub fn or<T: Read>(tree: &Tree, name: &str, missing: T) -> Option<T> {
    match tree.get(name) {
        Tree::Null => Some(missing),
        field => T::read(field),
    }
}

/// Why something could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unreadable {
    /// It is no JSON.
    Json {
        /// The first byte that does not fit.
        at: usize,
    },
    /// It is JSON of something else.
    Shape,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unreadable::Json { at } => write!(f, "no JSON at byte {at}"),
            Unreadable::Shape => f.write_str("JSON of something else"),
        }
    }
}

impl std::error::Error for Unreadable {}
