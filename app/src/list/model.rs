//! Lists that are read page by page.

use serde::{Deserialize, Serialize};

/// One page of a list. Pages follow each other by key, never by offset, so that the deepest page is as quick as
/// the first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page<T> {
    /// The rows of this page.
    pub rows: Vec<T>,
    /// How many rows the filter leaves in all; no list is cut off silently.
    pub total: u64,
    /// Where the next page begins, if there is one. Opaque.
    pub next: Option<String>,
    /// Where the previous page begins, if there is one. Opaque.
    pub previous: Option<String>,
}

/// Which page of a list is wanted, as it stands in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListQuery {
    /// Search words.
    pub search: String,
    /// The column to sort by; the list's own order when empty. A leading `-` turns it round.
    pub sort: String,
    /// A filter of the list: a partner's id for customers, a status for invitations.
    pub filter: String,
    /// Where the page begins: [`Page::next`] or [`Page::previous`] of another page.
    pub cursor: String,
}
