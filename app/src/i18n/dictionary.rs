//! The store of texts: on the server beside the code that uses them, in the browser in a file of the reader's language.
//! That file is loaded together with the program, which itself holds no words.
//!
//! A text is found by its group, which is what one use of `messages!` declares, and by its place there. The number of a
//! group is a hash of all names in it, so that a file of another version never gives a wrong text, only none.

#[cfg(feature = "ssr")]
mod file;
#[cfg(feature = "hydrate")]
mod table;

#[cfg(feature = "ssr")]
pub use file::file;
#[cfg(feature = "ssr")]
pub(crate) use file::inventory;
#[cfg(feature = "hydrate")]
pub use table::take;
#[cfg(feature = "hydrate")]
pub(crate) use table::{filled, text};

/// The separator of the texts of a group. A line holds a group.
#[cfg(any(feature = "ssr", feature = "hydrate"))]
const BETWEEN: char = '\t';

/// Texts that are declared together.
#[cfg(feature = "ssr")]
#[derive(Clone, Copy, Debug)]
pub(crate) struct Group {
    /// The number computed from the names.
    pub id: u32,
    /// Each text in English, Traditional Chinese and Simplified Chinese.
    pub texts: &'static [[&'static str; 3]],
}

/// The number of a group, computed from the names in it (FNV-1a).
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub(crate) const fn id(names: &str) -> u32 {
    let mut bytes = names.as_bytes();
    let mut hash = 0x811c_9dc5_u32;
    while let [first, rest @ ..] = bytes {
        hash = (hash ^ *first as u32).wrapping_mul(0x0100_0193);
        bytes = rest;
    }
    hash
}

/// The group of the names of countries, in the order of core's table.
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub(crate) const COUNTRIES: u32 = id("countries");
