//! Lists: found, filtered, searched, sorted and paged alike, from what an area says of them as data.

pub(crate) mod csv;
mod indexed;
pub(crate) mod reach;
pub(crate) mod search;
mod seek;
pub(crate) mod shown;
pub(crate) mod source;
pub(crate) mod tally;

use std::collections::HashMap;

use uuid::Uuid;

pub(crate) use seek::{Key, SeekPosition};

/// Rows on a page.
pub(crate) const SIZE: usize = 50;

/// Rows to read: one more than are shown tells whether there are any beyond.
pub(crate) const LIMIT: i64 = SIZE as i64 + 1;

/// The column that a list is sorted by, and whether it is turned round; the list's own order for an unknown one.
pub(crate) fn sorting<'q>(sort: &'q str, own: &'static str) -> (&'q str, bool) {
    let sort = if sort.is_empty() { own } else { sort };
    sort.strip_prefix('-')
        .map_or((sort, false), |column| (column, true))
}

/// A count of the database, which is never negative.
pub(crate) fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

/// A value that comes from an address, to be compared with what is stored: nothing that is stored holds a NUL.
pub(crate) fn typed(value: &str) -> String {
    value.replace('\0', "\u{fffd}")
}

/// The rows in the order of these ids. Rows that are gone meanwhile are left out.
pub(crate) fn in_order<R>(ids: &[Uuid], rows: Vec<R>, id: impl Fn(&R) -> Uuid) -> Vec<R> {
    let mut rows: HashMap<Uuid, R> = rows.into_iter().map(|row| (id(&row), row)).collect();
    ids.iter().filter_map(|id| rows.remove(id)).collect()
}
