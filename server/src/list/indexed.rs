//! Searching a list of any size, within a few times of what its first page costs.
//!
//! Postgres cannot read an index of words in the order of names. For a common word it has to walk along the order and
//! leave out what does not match; for a rare one, to take all that match and sort them. It would choose by how many
//! match and never ask where they are: the names that begin with a letter stand side by side, and those with a Z at the
//! very end of a walk. So this chooses:
//!
//! 1. A short walk from where the page begins, in the index that has the words beside each key. Often it fills the
//!    page.
//! 2. If it found a few, or if Postgres estimates that thousands have the word elsewhere than at their beginning:
//!    longer walks. What is elsewhere is spread over the order.
//! 3. Else all rows that match the longest word: those that begin with it are a range of the index of keys, in order
//!    already, however many they are; those that have it elsewhere come from the index of words, which has only them.
//!
//! Beside a million customers on two cores: a walk of 2,000 took 1 ms, of 25,000 took 9 ms; 2,500 rows by the index of
//! words took 10 ms.

use serde_json::Value;
use sqlx::{PgConnection, Postgres, QueryBuilder, types::Json};
use tierline_core::text::search::Word;
use uuid::Uuid;

use super::{
    Key, SeekPosition, count, search,
    source::{Index, Total, Wanted, beyond, one, ordered, read},
};

/// Rows of a short walk. Tests have fewer, so that every way is gone in a world that is soon made.
const NEAR: i64 = if cfg!(test) { 20 } else { 2_000 };

/// Rows of long ones, one after the other.
const FAR: [i64; 2] = if cfg!(test) {
    [100, 300]
} else {
    [25_000, 250_000]
};

/// Rows that have a word elsewhere than at their beginning, and are so many that a walk soon meets them.
const MANY: f64 = if cfg!(test) { 30.0 } else { 3_000.0 };

/// Rows that a short walk finds of a word that is worth a long one: one in 500.
const HARDLY_ANY: usize = 4;

/// Rows that a search has and that are counted one by one.
const COUNTED: i64 = 1_000;

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
    ) -> Result<Vec<(K, Uuid)>, sqlx::Error> {
        let Some(longest) = longest(words) else {
            return Ok(Vec::new());
        };
        let is_filled = |rows: &Vec<_>| i64::try_from(rows.len()).is_ok_and(|found| found >= limit);
        let walked = read(db, self.walk(words, key, position, NEAR, limit)).await?;
        if is_filled(&walked) {
            return Ok(walked);
        }
        if walked.len() >= HARDLY_ANY || self.estimated(db, index, longest).await? > MANY {
            for length in FAR {
                let walked = read(db, self.walk(words, key, position, length, limit)).await?;
                if is_filled(&walked) {
                    return Ok(walked);
                }
            }
        }
        let mut query = QueryBuilder::new("with by_word as materialized (");
        self.elsewhere(&mut query, index, longest, words, key);
        beyond(&mut query, key, self.source().id, position);
        query.push("), by_key as materialized (");
        self.beginning(&mut query, index, longest, words, key);
        beyond(&mut query, key, self.source().id, position);
        if key == index.key {
            ordered(&mut query, key, self.source().id, position, limit);
        }
        query.push(
            ") select seek_key, seek_id from (select * from by_word union select * from by_key) found",
        );
        ordered(&mut query, "seek_key", "seek_id", position, limit);
        read(db, query).await
    }

    /// How many rows are found: exactly when they are few, else that there are more than were met.
    pub(super) async fn indexed_total(
        &self,
        db: &mut PgConnection,
        index: &Index,
        words: &[Word],
    ) -> Result<Total, sqlx::Error> {
        let source = self.source();
        let mut query = QueryBuilder::new("select count(*) filter (where search like all(");
        query
            .push_bind(search::patterns(words))
            .push(")), count(*) from (select ")
            .push(source.search)
            .push(" as search from ")
            .push(source.from);
        self.conditions(&mut query);
        query
            .push(format_args!(
                " order by {}, {} limit ",
                index.key, source.id
            ))
            .push_bind(NEAR)
            .push(") walked");
        let (met, walked): (i64, i64) = query
            .build_query_as()
            .persistent(false)
            .fetch_one(&mut *db)
            .await?;
        let rows = count(met);
        if walked < NEAR {
            return Ok(Total::exactly(rows));
        }
        let Some(longest) = longest(words) else {
            return Ok(Total::exactly(0));
        };
        if usize::try_from(met).is_ok_and(|met| met >= HARDLY_ANY)
            || self.estimated(db, index, longest).await? > MANY
        {
            return Ok(Total::at_least(rows));
        }
        let mut query = QueryBuilder::new("with by_word as materialized (");
        self.elsewhere(&mut query, index, longest, words, index.key);
        query.push("), by_key as materialized (");
        self.beginning(&mut query, index, longest, words, index.key);
        query.push(" limit ").push_bind(COUNTED + 1);
        query.push(
            ") select count(*) from (select seek_id from by_word union select seek_id from by_key) found",
        );
        Ok(Total::up_to(one(db, query).await?, COUNTED))
    }

    /// How many rows of the whole table Postgres takes to have a word elsewhere than at their beginning: from what it
    /// keeps of the most common words, so that it costs nothing.
    async fn estimated(
        &self,
        db: &mut PgConnection,
        index: &Index,
        word: &Word,
    ) -> Result<f64, sqlx::Error> {
        let mut query = QueryBuilder::new("explain (format json) select from ");
        query
            .push(self.source().from)
            .push(format_args!(" where {} @@ ", index.words))
            .push_bind(search::at_beginning(word))
            .push("::tsquery");
        let plan: Json<Value> = query
            .build_query_scalar()
            .persistent(false)
            .fetch_one(db)
            .await?;
        let rows = plan.0.pointer("/0/Plan/Plan Rows").and_then(Value::as_f64);
        Ok(rows.unwrap_or_default())
    }

    /// Walks along the order of the list, so many rows, and takes what is found.
    fn walk<K: Key>(
        &self,
        words: &[Word],
        key: &'static str,
        position: &SeekPosition<K>,
        length: i64,
        limit: i64,
    ) -> QueryBuilder<Postgres> {
        let source = self.source();
        let mut query = QueryBuilder::new("select seek_key, seek_id from (select ");
        query.push(format_args!(
            "{key} as seek_key, {} as seek_id, {} as search from {}",
            source.id, source.search, source.from
        ));
        self.conditions(&mut query);
        beyond(&mut query, key, source.id, position);
        ordered(&mut query, key, source.id, position, length);
        query
            .push(") walked where search like all(")
            .push_bind(search::patterns(words))
            .push(")");
        ordered(&mut query, "seek_key", "seek_id", position, limit);
        query
    }

    /// What has this word elsewhere than at its beginning, and all the others anywhere.
    fn elsewhere(
        &self,
        query: &mut QueryBuilder<Postgres>,
        index: &Index,
        word: &Word,
        words: &[Word],
        key: &'static str,
    ) {
        self.all_found(query, words, key);
        query
            .push(format_args!(" and {} @@ ", index.words))
            .push_bind(search::by_word(word))
            .push("::tsquery");
    }

    /// What begins with this word, and has all the others anywhere.
    fn beginning(
        &self,
        query: &mut QueryBuilder<Postgres>,
        index: &Index,
        word: &Word,
        words: &[Word],
        key: &'static str,
    ) {
        self.all_found(query, words, key);
        query
            .push(format_args!(" and {} >= ", index.key))
            .push_bind(word.as_str().to_owned())
            .push(format_args!(" and {} < ", index.key))
            // The beginning followed by the last of all characters.
            .push_bind(format!("{}\u{10FFFF}", word.as_str()));
    }

    fn all_found(&self, query: &mut QueryBuilder<Postgres>, words: &[Word], key: &'static str) {
        let source = self.source();
        query.push(format_args!(
            "select {key} as seek_key, {} as seek_id from {}",
            source.id, source.from
        ));
        self.conditions(query);
        query
            .push(format_args!(" and {} like all(", source.search))
            .push_bind(search::patterns(words))
            .push(")");
    }
}

/// The word that tells the most: the longest, and a run of Chinese tells as much as four times as many letters.
fn longest(words: &[Word]) -> Option<&Word> {
    words.iter().max_by_key(|word| {
        let characters = word.as_str().chars().count();
        if word.is_run() {
            4 * characters
        } else {
            characters
        }
    })
}
