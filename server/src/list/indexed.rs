//! Searching a list of any size, within a few times of what its first page costs.
//!
//! Postgres cannot read an index of words in the order of names. For a common word it has to walk along the order and
//! leave out what does not match; for a rare one, to take all that match and sort them. It would choose by how many
//! match and never ask where they are. So this chooses, by what it finds on the way:
//!
//! 1. A short walk from where the page begins, in the index that has the words beside each key. It fills the page when
//!    the words are common there.
//! 2. The index of words. It has every beginning of a word, and is quick to tell the few rows that have all of some
//!    common words. Most searches end here, with all matches at hand.
//! 3. If there are very many, in the order of names: what begins with one of the words stands together there; the rest
//!    is looked up section by section ([`Section`]), until the page is full. Chinese is looked up so at once. In other
//!    orders matches are spread, so that a longer walk finds enough of them.
//!
//! A word that nearly every row has, as one of all their domains, makes each look-up read more and leave out nothing.
//! Of several words, such a one is only compared with what the others find.
//!
//! A look-up is broken off at [`MANY`] rows, because where there are as many a walk finds some soon. If it does not,
//! all of them are read after all.

mod statement;

use sqlx::PgConnection;
use tierline_core::text::search::{Search, Section, Word};
use uuid::Uuid;

use super::{
    Key, SIZE, SeekPosition, count,
    search::{SearchScope, all_of},
    source::{Index, Total, Wanted},
};

/// Rows of a short walk. Tests have fewer, so that every way is gone in a world that is soon made.
const NEAR: i64 = if cfg!(test) { 20 } else { 2_000 };

/// The same in a [short](Wanted::short) list, of which that would be half.
const NEAR_IN_SHORT: i64 = if cfg!(test) { 10 } else { 400 };

/// Rows of a long one.
const FAR: i64 = if cfg!(test) { 100 } else { 25_000 };

/// Rows at which a look-up is broken off.
const MANY: i64 = if cfg!(test) { 60 } else { 300 };

/// The same in another order than that of names, where a walk to so few that are spread would take longer, and in a
/// short list, which has no more.
const MANY_SPREAD: i64 = if cfg!(test) { 90 } else { 3_000 };

/// Most parts into which a section is divided; with more, names begin in so many ways that a walk soon meets all.
const NARROW: usize = 200;

/// Rows of each section that are looked at to learn which words tell rows apart.
const SAMPLED: i64 = 20;

/// The last of all characters. No name has it.
const LAST: &str = "\u{10FFFF}";

/// Matches on a short walk that tell that there are [`MANY`], without a look-up.
const OFTEN: i64 = if cfg!(test) { 10 } else { 25 };

/// The search, and where it begins.
struct Hunt<'h, K> {
    index: &'h Index,
    list: &'h str,
    words: &'h [Word],
    /// Those of the words that tell rows apart, by which parts are made and looked up. Every row that is read is held
    /// to all of them.
    telling: Vec<Word>,
    key: &'static str,
    position: &'h SeekPosition<K>,
    limit: i64,
    is_short: bool,
}

type Rows<K> = Vec<(K, Uuid)>;

/// A part of the list, in which matches are looked up by this query, or walked to from one key to another.
struct Part {
    query: String,
    from: String,
    until: Option<String>,
}

impl<K> Hunt<'_, K> {
    fn whole(&self) -> Part {
        Part {
            query: all_of(self.list, &self.telling, SearchScope::Anywhere),
            from: String::new(),
            until: None,
        }
    }

    /// Names that begin with this word.
    fn first(&self, word: &Word) -> Part {
        Part {
            query: all_of(self.list, &self.telling, SearchScope::First(word)),
            from: word.as_str().to_owned(),
            until: Some(format!("{}{LAST}", word.as_str())),
        }
    }

    /// Names in a section that begin with this, and with none of the words.
    fn narrower(&self, section: Section, beginning: &str) -> Part {
        let search = Search::parse(beginning);
        let place = match search.words() {
            [word] if word.as_str() == beginning => SearchScope::Narrower(section, word),
            // The index does not know it; those around it are read and left out.
            _ => SearchScope::Elsewhere(section),
        };
        Part {
            query: all_of(self.list, &self.telling, place),
            from: beginning.to_owned(),
            until: Some(format!("{beginning}{LAST}")),
        }
    }

    fn section(&self, section: Section) -> Part {
        Part {
            query: all_of(self.list, &self.telling, SearchScope::Elsewhere(section)),
            from: section.begin(),
            until: section.end(),
        }
    }
}

/// The findings of a walk.
struct Walked<K> {
    rows: Rows<K>,
    /// Rows that match, also beyond those that are wanted.
    met: i64,
    /// Did it come to the end of its part?
    is_whole: bool,
}

/// The findings of a look-up.
enum LookedUp<K> {
    /// The first of all matches, and how many there are.
    All(Rows<K>, i64),
    /// There are [`MANY`] in the part with this number; of those before it, the first.
    Many(Rows<K>, usize),
}

impl<K: Key> Hunt<'_, K> {
    /// How many pages are wanted: a piece of a file is longer than one, and its walks are so much longer too.
    fn pages(&self) -> i64 {
        i64::try_from(SIZE).map_or(1, |size| (self.limit / size).max(1))
    }

    fn near(&self) -> i64 {
        let near = if self.is_short { NEAR_IN_SHORT } else { NEAR };
        near * self.pages()
    }

    /// Rows at which a look-up in one part is broken off.
    fn many(&self) -> i64 {
        MANY * self.pages()
    }

    fn is_by_name(&self) -> bool {
        self.key == self.index.key
    }

    /// A word of a script that does not separate words may be in half of all names, and they stand together: it is not
    /// looked up among all of them first.
    fn is_soon_in_sections(&self) -> bool {
        self.is_by_name() && self.words.iter().any(Word::is_run)
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
        key: &'static str,
        position: &SeekPosition<K>,
        limit: i64,
    ) -> Result<Rows<K>, sqlx::Error> {
        let words = self.search().words();
        let mut hunt = Hunt {
            index,
            list: self.list(),
            words,
            telling: words.to_vec(),
            key,
            position,
            limit,
            is_short: self.is_short(),
        };
        let (mut total, begun) = self.begun(db, &hunt).await?;
        let found = match begun {
            Some(rows) => rows,
            None => {
                let rows = self.among_many(db, &mut hunt).await?;
                if !hunt.is_filled(&rows) {
                    total = Total::exactly(rows.len().try_into().unwrap_or(u64::MAX));
                }
                rows
            }
        };
        if position.is_begin() {
            // It was not told before: a list is asked for once.
            let _ = self.total.set(total);
        }
        Ok(found)
    }

    /// The first rows where many match, but few from here on.
    async fn among_many<K: Key>(
        &self,
        db: &mut PgConnection,
        hunt: &mut Hunt<'_, K>,
    ) -> Result<Rows<K>, sqlx::Error> {
        if !hunt.is_by_name() {
            return self.thorough(db, hunt, &hunt.whole()).await;
        }
        if hunt.telling.len() > 1 {
            hunt.telling = self.telling(db, hunt).await?;
        }
        let mut found = self.in_sections(db, hunt).await?;
        for word in &hunt.telling {
            found.extend(self.beginning(db, hunt, &hunt.first(word)).await?);
        }
        hunt.put_in_order(&mut found);
        Ok(found)
    }

    /// How many rows are found, as the first page tells: exactly when they are few, else that there are more than were
    /// met.
    pub(super) async fn indexed_total<K: Key>(
        &self,
        db: &mut PgConnection,
        index: &Index,
        key: &'static str,
        descending: bool,
    ) -> Result<Total, sqlx::Error> {
        let words = self.search().words();
        let hunt = Hunt {
            index,
            list: self.list(),
            words,
            telling: words.to_vec(),
            key,
            position: &SeekPosition::<K>::of("", descending),
            limit: super::LIMIT,
            is_short: self.is_short(),
        };
        let total = self
            .total
            .get_or_try_init(async || Ok(self.begun(db, &hunt).await?.0));
        total.await.copied()
    }

    /// A short walk and a look-up: how many are found from here on, and the first of them unless more is to be done.
    async fn begun<K: Key>(
        &self,
        db: &mut PgConnection,
        hunt: &Hunt<'_, K>,
    ) -> Result<(Total, Option<Rows<K>>), sqlx::Error> {
        let whole = hunt.whole();
        let walked = self.walk(db, hunt, &whole, hunt.near()).await?;
        if walked.is_whole {
            return Ok((Total::exactly(count(walked.met)), Some(walked.rows)));
        }
        let met = Total::at_least(count(walked.met));
        if hunt.is_filled(&walked.rows) {
            return Ok((met, Some(walked.rows)));
        }
        let is_often = !hunt.is_short && walked.met >= OFTEN * hunt.pages();
        if is_often || hunt.is_soon_in_sections() {
            return Ok((met, None));
        }
        let many = if hunt.is_by_name() && !hunt.is_short {
            hunt.many()
        } else {
            MANY_SPREAD
        };
        match self.look_up(db, hunt, &[whole], many).await? {
            LookedUp::All(rows, met) => Ok((Total::exactly(count(met)), Some(rows))),
            LookedUp::Many(..) => Ok((Total::at_least(count(many)), None)),
        }
    }

    /// In a part where very many match: a long walk, or else all of them.
    async fn thorough<K: Key>(
        &self,
        db: &mut PgConnection,
        hunt: &Hunt<'_, K>,
        part: &Part,
    ) -> Result<Rows<K>, sqlx::Error> {
        let rows = self.fill(db, hunt, part, FAR.max(hunt.near())).await?;
        if hunt.is_filled(&rows) {
            return Ok(rows);
        }
        self.all_in(db, hunt, part).await
    }

    async fn all_in<K: Key>(
        &self,
        db: &mut PgConnection,
        hunt: &Hunt<'_, K>,
        part: &Part,
    ) -> Result<Rows<K>, sqlx::Error> {
        let part = std::slice::from_ref(part);
        match self.look_up(db, hunt, part, i64::MAX).await? {
            LookedUp::All(rows, _) | LookedUp::Many(rows, _) => Ok(rows),
        }
    }

    /// The names that begin with a word; they stand together.
    async fn beginning<K: Key>(
        &self,
        db: &mut PgConnection,
        hunt: &Hunt<'_, K>,
        part: &Part,
    ) -> Result<Rows<K>, sqlx::Error> {
        let rows = self.fill(db, hunt, part, hunt.near()).await?;
        if hunt.is_filled(&rows) {
            return Ok(rows);
        }
        match self
            .look_up(db, hunt, std::slice::from_ref(part), hunt.many())
            .await?
        {
            LookedUp::All(rows, _) => Ok(rows),
            LookedUp::Many(..) => self.thorough(db, hunt, part).await,
        }
    }

    /// The names that begin with none of the words, section by section until there are enough.
    async fn in_sections<K: Key>(
        &self,
        db: &mut PgConnection,
        hunt: &Hunt<'_, K>,
    ) -> Result<Rows<K>, sqlx::Error> {
        let sections = hunt.ahead();
        let parts: Vec<Part> = sections
            .iter()
            .map(|section| hunt.section(*section))
            .collect();
        let mut found = Vec::new();
        let mut done = 0;
        while !hunt.is_filled(&found) {
            let (rows, dense) = self.up_to_many(db, hunt, &parts, done).await?;
            found.extend(rows);
            let Some((at, part)) = dense.filter(|_| !hunt.is_filled(&found)) else {
                break;
            };
            let section = sections.get(at).copied().unwrap_or_default();
            found.extend(self.in_dense(db, hunt, section, part).await?);
            done = at + 1;
        }
        Ok(found)
    }

    /// A section with very many: a short walk, or else by how names begin. Matches are often on names of a few
    /// beginnings only.
    async fn in_dense<K: Key>(
        &self,
        db: &mut PgConnection,
        hunt: &Hunt<'_, K>,
        section: Section,
        part: &Part,
    ) -> Result<Rows<K>, sqlx::Error> {
        let rows = self.fill(db, hunt, part, hunt.near()).await?;
        if hunt.is_filled(&rows) {
            return Ok(rows);
        }
        let mut beginnings = self.beginnings(db, hunt, part, 2, NARROW).await?;
        if hunt.position.descending {
            beginnings.reverse();
        }
        if beginnings.len() < 2 {
            return self.thorough(db, hunt, part).await;
        }
        let parts: Vec<Part> = beginnings
            .iter()
            .map(|beginning| hunt.narrower(section, beginning))
            .collect();
        let mut found = Vec::new();
        let mut done = 0;
        while !hunt.is_filled(&found) {
            let (rows, dense) = self.up_to_many(db, hunt, &parts, done).await?;
            found.extend(rows);
            let Some((at, part)) = dense.filter(|_| !hunt.is_filled(&found)) else {
                break;
            };
            found.extend(self.thorough(db, hunt, part).await?);
            done = at + 1;
        }
        Ok(found)
    }

    /// Looks up parts in turn, from one on, up to the first that has very many: that one and its number.
    async fn up_to_many<'p, K: Key>(
        &self,
        db: &mut PgConnection,
        hunt: &Hunt<'_, K>,
        parts: &'p [Part],
        from: usize,
    ) -> Result<(Rows<K>, Option<(usize, &'p Part)>), sqlx::Error> {
        let ahead = parts.get(from..).unwrap_or_default();
        if ahead.is_empty() {
            return Ok((Rows::new(), None));
        }
        Ok(match self.look_up(db, hunt, ahead, hunt.many()).await? {
            LookedUp::All(rows, _) => (rows, None),
            LookedUp::Many(rows, place) => {
                (rows, ahead.get(place).map(|part| (from + place, part)))
            }
        })
    }
}
