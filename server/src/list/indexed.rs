//! Searching a list of any size, within a few times of what its first page costs.
//!
//! Postgres cannot read an index of words in the order of names. For a common word it has to walk along the order and
//! leave out what does not match; for a rare one, to take all that match and sort them. It would choose by how many
//! match and never ask where they are. So this chooses:
//!
//! 1. A short walk from where the page begins, in the index that has the words beside each key. Often it fills the
//!    page; if it found a few, a longer one does.
//! 2. In the order of names, a glance into each section of it ([`Section`]) says where matches are dense: there again a
//!    walk.
//! 3. Elsewhere the index of words, which is divided by sections, so that all that match in one are few and soon
//!    sorted; and what begins with a word, a range of the index of keys, in order already, however many they are.
//!
//! In another order than that of names, matches are spread: a longer walk, or else all that match.

mod statement;

use sqlx::PgConnection;
use tierline_core::text::search::{Section, Word};
use uuid::Uuid;

use super::{
    Key, SIZE, SeekPosition, count,
    source::{Index, Total, Wanted, one, read},
};
use statement::Walk;

/// Rows of a short walk. Tests have fewer, so that every way is gone in a world that is soon made.
const NEAR: i64 = if cfg!(test) { 20 } else { 2_000 };

/// Rows of a long one.
const FAR: i64 = if cfg!(test) { 100 } else { 25_000 };

/// Rows of a section that are looked at in each of four places to see how dense matches are.
const GLANCE: i64 = if cfg!(test) { 5 } else { 25 };

/// Matches at a glance that are worth a walk: one in fifty.
const DENSE: i64 = 2;

/// Rows that a short walk finds of a word that is worth a long one: one in 500.
const HARDLY_ANY: usize = 4;

/// Rows that a search has and that are counted one by one.
const COUNTED: i64 = 1_000;

/// The findings of a glance into a section.
#[derive(Clone, Debug)]
pub(super) struct Glance {
    /// Matches.
    met: i64,
    /// Rows with each of the words.
    of_words: Vec<i64>,
}

impl Glance {
    /// The words that few rows have: an index reads all rows that have a word.
    fn rare<'w>(glances: &[Glance], words: &'w [Word]) -> Vec<&'w Word> {
        let met = |place: usize| -> i64 {
            let of_word = |glance: &Glance| glance.of_words.get(place).copied().unwrap_or_default();
            glances.iter().map(of_word).sum()
        };
        let rows = 4 * GLANCE * i64::try_from(glances.len()).unwrap_or(1);
        let all = || {
            words
                .iter()
                .enumerate()
                .map(|(place, word)| (met(place), word))
        };
        let fewest = all().map(|(met, _)| met).min().unwrap_or_default();
        all()
            .filter(|(met, _)| *met == fewest || met * 20 < rows)
            .map(|(_, word)| word)
            .collect()
    }
}

/// The search, and where it begins.
struct Hunt<'h, K> {
    index: &'h Index,
    words: &'h [Word],
    key: &'static str,
    position: &'h SeekPosition<K>,
    limit: i64,
}

type Rows<K> = Vec<(K, Uuid)>;

impl<K: Key> Hunt<'_, K> {
    /// How long a short walk is: for a piece of a file, which is longer than a page, so much longer too.
    fn near(&self) -> i64 {
        let pages = i64::try_from(SIZE).map_or(1, |size| self.limit / size);
        NEAR * pages.max(1)
    }

    fn is_filled(&self, rows: &Rows<K>) -> bool {
        i64::try_from(rows.len()).is_ok_and(|found| found >= self.limit)
    }

    /// In the order of reading, once each, and no more than are wanted.
    fn put_in_order(&self, rows: &mut Rows<K>) {
        rows.sort_unstable();
        rows.dedup();
        if self.position.descending {
            rows.reverse();
        }
        rows.truncate(usize::try_from(self.limit).unwrap_or(usize::MAX));
    }

    /// The sections from the position on.
    fn ahead(&self) -> Vec<Section> {
        let here = self.position.key.section().unwrap_or_default();
        if self.position.descending {
            Section::all().rev().filter(|it| *it <= here).collect()
        } else {
            Section::all().filter(|it| *it >= here).collect()
        }
    }
}

impl Wanted {
    /// Keys and ids of rows that are found, from one place of the list on.
    pub(super) async fn indexed<K: Key>(
        &self,
        db: &mut PgConnection,
        index: &Index,
        words: &[Word],
        key: &'static str,
        position: &SeekPosition<K>,
        limit: i64,
    ) -> Result<Rows<K>, sqlx::Error> {
        let hunt = Hunt {
            index,
            words,
            key,
            position,
            limit,
        };
        let near = hunt.near();
        let (walked, length) = self.walk(db, &hunt, Walk::of(near)).await?;
        if hunt.is_filled(&walked) || length < near {
            return Ok(walked);
        }
        if walked.len() >= HARDLY_ANY {
            let (walked, _) = self.walk(db, &hunt, Walk::of(FAR)).await?;
            if hunt.is_filled(&walked) {
                return Ok(walked);
            }
        }
        if key == index.key {
            return self.by_sections(db, &hunt).await;
        }
        let glances = self.glanced(db, words, index).await?;
        let mut found = read(db, self.elsewhere(&hunt, glances)).await?;
        for word in words {
            found.extend(read(db, self.all_beginning(&hunt, word)).await?);
        }
        hunt.put_in_order(&mut found);
        Ok(found)
    }

    /// In the order of names, after a short walk has not found enough. One statement, of which Postgres reads the
    /// sections one after the other until it has enough.
    async fn by_sections<K: Key>(
        &self,
        db: &mut PgConnection,
        hunt: &Hunt<'_, K>,
    ) -> Result<Rows<K>, sqlx::Error> {
        let glances = self.glanced(db, hunt.words, hunt.index).await?;
        let mut found = read(db, self.first_in(hunt, &hunt.ahead(), glances)).await?;
        hunt.put_in_order(&mut found);
        Ok(found)
    }

    /// How many match at a glance into each section; asked once for page and total.
    async fn glanced(
        &self,
        db: &mut PgConnection,
        words: &[Word],
        index: &Index,
    ) -> Result<&[Glance], sqlx::Error> {
        let glances = self
            .glances
            .get_or_try_init(|| self.glances(db, words, index));
        glances.await.map(Vec::as_slice)
    }

    /// How many rows are found: exactly when they are few, else that there are more than were met.
    pub(super) async fn indexed_total(
        &self,
        db: &mut PgConnection,
        index: &Index,
        words: &[Word],
    ) -> Result<Total, sqlx::Error> {
        let (met, walked) = self.met(db, index, words).await?;
        if walked < NEAR {
            return Ok(Total::exactly(count(met)));
        }
        if usize::try_from(met).is_ok_and(|met| met >= HARDLY_ANY) {
            return Ok(Total::at_least(count(met)));
        }
        let glances = self.glanced(db, words, index).await?;
        let met: i64 = glances.iter().map(|glance| glance.met).sum();
        if usize::try_from(met).is_ok_and(|met| met >= HARDLY_ANY) {
            return Ok(Total::at_least(count(met)));
        }
        for word in words {
            let counted = one(db, self.counting_beginnings(index, word)).await?;
            if counted > COUNTED {
                return Ok(Total::at_least(count(COUNTED)));
            }
        }
        let counted = one(db, self.counting(index, words, glances)).await?;
        Ok(Total::up_to(counted, COUNTED))
    }
}
