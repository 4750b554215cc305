//! The store of texts: on the server beside the code that uses them, in the browser in files of the reader's language.
//! They are loaded together with the program, which itself holds no words: what the first page needs at first, what all
//! other pages need before the first of them.
//!
//! A text is found by its key, made of its group, which is what one use of `messages!` declares, and its place there.
//! The number of a group is a hash of all names in it, so that a file of another version never gives a wrong text, only
//! none. The keys stand in the browser's program; the build finds there which part of it needs which texts.

#[cfg(feature = "ssr")]
mod file;
#[cfg(feature = "hydrate")]
mod table;

#[cfg(feature = "ssr")]
pub(crate) use file::inventory;
#[cfg(feature = "ssr")]
pub use file::{Need, file};
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

/// The key of the text at this place of a group. Places that follow one another have keys that don't, so that the
/// compiler can't calculate one from another, and all of them begin with the bits 10: as constants of a program they
/// take five bytes, and no text in English looks like one.
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub(crate) const fn key(group: u32, place: u32) -> u32 {
    let mut hash = group ^ place.wrapping_mul(0x9e37_79b9);
    hash = (hash ^ (hash >> 15)).wrapping_mul(0x85eb_ca6b);
    hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
    (hash ^ (hash >> 16)) & 0x3fff_ffff | 0x8000_0000
}

/// The group of the names of countries, in the order of core's table.
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub(crate) const COUNTRIES: u32 = id("countries");
