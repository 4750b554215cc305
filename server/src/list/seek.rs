//! Where a page of a list begins: by key and never by offset, so that the deepest page costs what the first one costs.

use chrono::DateTime;
use serde::{Serialize, de::DeserializeOwned};
use sqlx::Postgres;
use tierline_app::list::model::Page;
use tierline_core::{Timestamp, text::search::Section};
use uuid::Uuid;

/// The value that a list is sorted by. Values that no row has stand for its two ends.
pub(crate) trait Key:
    Clone
    + Ord
    + Serialize
    + DeserializeOwned
    + Send
    + Sync
    + 'static
    + sqlx::Type<Postgres>
    + for<'q> sqlx::Encode<'q, Postgres>
    + for<'r> sqlx::Decode<'r, Postgres>
{
    /// Before every row.
    fn lowest() -> Self;
    /// After every row.
    fn highest() -> Self;
    /// Can a row have this key? What comes in an address may be anything.
    fn is_possible(&self) -> bool;
    /// Is it this key of names, or beyond it?
    fn is_from(&self, _name: &str) -> bool {
        true
    }
    /// The section that it is in, if it is what names are sorted by.
    fn section(&self) -> Option<Section> {
        None
    }
}

impl Key for String {
    fn lowest() -> Self {
        String::new()
    }

    fn highest() -> Self {
        // The last code point there is, which is no character: no name consists of it.
        "\u{10FFFF}".repeat(4)
    }

    fn is_possible(&self) -> bool {
        !self.contains('\0')
    }

    fn is_from(&self, name: &str) -> bool {
        self.as_str() >= name
    }

    fn section(&self) -> Option<Section> {
        Some(Section::of(self))
    }
}

impl Key for Timestamp {
    fn lowest() -> Self {
        DateTime::UNIX_EPOCH
    }

    fn highest() -> Self {
        DateTime::UNIX_EPOCH + chrono::TimeDelta::days(2_900_000)
    }

    fn is_possible(&self) -> bool {
        (Self::lowest()..=Self::highest()).contains(self)
    }
}

impl Key for i64 {
    fn lowest() -> Self {
        i64::MIN
    }

    fn highest() -> Self {
        i64::MAX
    }

    fn is_possible(&self) -> bool {
        true
    }
}

/// The place in a list where a page begins.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SeekPosition<K> {
    /// The row beside which it begins; that row is on the other page.
    pub key: K,
    pub id: Uuid,
    /// Toward smaller keys?
    pub descending: bool,
    /// Is the page before that row, in the order in which the list is shown?
    pub back: bool,
    /// Is this a place inside the list, and not one of its ends?
    inside: bool,
}

impl<K: Key> SeekPosition<K> {
    /// The place that a cursor names. One that cannot be read, because it is of another list or of none, is the
    /// beginning of the list.
    pub(crate) fn of(cursor: &str, descending: bool) -> SeekPosition<K> {
        let (back, inside, (key, id)) =
            match decode::<K>(cursor).filter(|(_, key, _)| key.is_possible()) {
                Some((back, key, id)) => (back, true, (key, id)),
                None if descending => (false, false, (K::highest(), Uuid::max())),
                None => (false, false, (K::lowest(), Uuid::nil())),
            };
        SeekPosition {
            key,
            id,
            descending: descending != back,
            back,
            inside,
        }
    }

    /// Does the list begin here, in the direction of reading?
    pub(crate) fn is_begin(&self) -> bool {
        !self.inside
    }

    /// The page of this size from the rows that were read from this place on, in the direction of reading, and at most
    /// one more than fit.
    pub(crate) fn page<T>(
        self,
        mut rows: Vec<T>,
        size: usize,
        total: u64,
        key: impl Fn(&T) -> (K, Uuid),
    ) -> Page<T> {
        let more = rows.len() > size;
        rows.truncate(size);
        if self.back {
            rows.reverse();
        }
        let cursor = |back: bool, row: Option<&T>| {
            let (key, id) = row.map_or_else(|| (self.key.clone(), self.id), &key);
            encode(back, &key, id)
        };
        let (is_next, is_previous) = if self.back {
            (true, more)
        } else {
            (more, self.inside)
        };
        let next = is_next.then(|| cursor(false, rows.last()));
        let previous = is_previous.then(|| cursor(true, rows.first()));
        Page {
            rows,
            total,
            is_at_least: false,
            next,
            previous,
        }
    }
}

fn encode<K: Serialize>(back: bool, key: &K, id: Uuid) -> String {
    use std::fmt::Write as _;
    let bytes = serde_json::to_vec(&(back, key, id)).unwrap_or_default();
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}

fn decode<K: DeserializeOwned>(cursor: &str) -> Option<(bool, K, Uuid)> {
    let digits = cursor.as_bytes();
    if digits.is_empty() || !digits.len().is_multiple_of(2) || digits.len() > 4096 {
        return None;
    }
    let bytes: Option<Vec<u8>> = digits
        .chunks(2)
        .map(|pair| {
            str::from_utf8(pair)
                .ok()
                .and_then(|pair| u8::from_str_radix(pair, 16).ok())
        })
        .collect();
    serde_json::from_slice(&bytes?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::SIZE;

    fn id(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    /// Reads a list of numbers as the database would.
    fn read(list: &[u128], place: &SeekPosition<String>) -> Vec<u128> {
        let at = (place.key.clone(), place.id);
        let row = |number: &u128| (format!("{:03}", number / 2), id(*number));
        let mut rows: Vec<u128> = list
            .iter()
            .copied()
            .filter(|number| {
                if place.descending {
                    row(number) < at
                } else {
                    row(number) > at
                }
            })
            .collect();
        rows.sort_by_key(row);
        if place.descending {
            rows.reverse();
        }
        rows.truncate(SIZE + 1);
        rows
    }

    #[test]
    fn every_row_is_on_one_page_in_both_directions_and_orders() {
        for length in [0, 1, 49, 50, 51, 100, 101, 237] {
            let list: Vec<u128> = (1..=length).collect();
            for descending in [false, true] {
                let page = |cursor: &str| {
                    let place = SeekPosition::<String>::of(cursor, descending);
                    let rows = read(&list, &place);
                    place.page(rows, SIZE, 0, |number| {
                        (format!("{:03}", number / 2), id(*number))
                    })
                };
                let mut expected = list.clone();
                if descending {
                    expected.reverse();
                }
                let (mut forth, mut back) = (Vec::new(), Vec::new());
                let mut current = page("");
                assert!(current.previous.is_none());
                forth.extend(current.rows.clone());
                while let Some(next) = &current.next {
                    current = page(next);
                    forth.extend(current.rows.clone());
                }
                assert_eq!(forth, expected);
                back.splice(0..0, current.rows.clone());
                while let Some(previous) = &current.previous {
                    current = page(previous);
                    back.splice(0..0, current.rows.clone());
                }
                assert_eq!(back, expected);
            }
        }
    }

    #[test]
    fn what_is_no_cursor_is_the_beginning() {
        let beginning = SeekPosition::<String>::of("", false);
        for cursor in [
            "x",
            "00",
            "5b5d",
            "zz",
            "é0",
            &"0".repeat(5000),
            &encode(true, &7, id(1)),
        ] {
            assert_eq!(
                SeekPosition::<String>::of(cursor, false),
                beginning,
                "{cursor}"
            );
        }
    }
}
