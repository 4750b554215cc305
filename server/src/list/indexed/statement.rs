//! The statements of which a search is put together.

use sqlx::{PgConnection, Postgres, QueryBuilder, Row as _};
use tierline_core::text::search::{Section, Word};

use super::{COUNTED, DENSE, GLANCE, Glance, Hunt, NEAR, Rows};
use crate::list::{
    Key, search,
    source::{Index, Wanted, beyond, ordered},
};

/// A walk along the order of the list.
pub(super) struct Walk {
    length: i64,
}

impl Walk {
    /// Over at most so many rows.
    pub(super) fn of(length: i64) -> Self {
        Self { length }
    }
}

/// An upper bound of the keys that begin with this word: it, followed by the last of all characters.
fn after(word: &Word) -> String {
    format!("{}\u{10FFFF}", word.as_str())
}

/// `and …`: a key in this range.
fn range(query: &mut QueryBuilder<Postgres>, key: &str, from: &str, until: Option<&str>) {
    if !from.is_empty() {
        query
            .push(format_args!(" and {key} >= "))
            .push_bind(from.to_owned());
    }
    if let Some(until) = until {
        query
            .push(format_args!(" and {key} < "))
            .push_bind(until.to_owned());
    }
}

impl Wanted {
    /// Walks along the order of the list and takes what matches. Says how many rows it has walked over.
    pub(super) async fn walk<K: Key>(
        &self,
        db: &mut PgConnection,
        hunt: &Hunt<'_, K>,
        walk: Walk,
    ) -> Result<(Rows<K>, i64), sqlx::Error> {
        let (source, key) = (self.source(), hunt.key);
        let mut query = QueryBuilder::new("with walked as materialized (select ");
        query.push(format_args!(
            "{key} as seek_key, {} as seek_id, {} as search from {}",
            source.id, source.search, source.from
        ));
        self.conditions(&mut query);
        beyond(&mut query, key, source.id, hunt.position);
        ordered(&mut query, key, source.id, hunt.position, walk.length);
        query
            .push(
                ") select found.*, counted.length from (select count(*) as length from walked) counted
                left join (select seek_key, seek_id from walked where search like all(",
            )
            .push_bind(search::patterns(hunt.words))
            .push(")");
        ordered(&mut query, "seek_key", "seek_id", hunt.position, hunt.limit);
        query.push(") found on true");
        let rows = query.build().persistent(false).fetch_all(db).await?;
        let length = rows.first().map(|row| row.try_get("length")).transpose()?;
        let mut found = Vec::with_capacity(rows.len());
        for row in &rows {
            if let Some(key) = row.try_get("seek_key")? {
                found.push((key, row.try_get("seek_id")?));
            }
        }
        Ok((found, length.unwrap_or_default()))
    }

    /// The first that match, of each of these sections in turn.
    pub(super) fn first_in<K: Key>(
        &self,
        hunt: &Hunt<'_, K>,
        sections: &[Section],
        glances: &[Glance],
    ) -> QueryBuilder<Postgres> {
        let mut query = QueryBuilder::new("select seek_key, seek_id from (");
        for (turn, section) in sections.iter().enumerate() {
            if turn > 0 {
                query.push(" union all ");
            }
            query.push("(select seek_key, seek_id from (");
            match glances.get(section.place()) {
                Some(glance) if glance.met < DENSE => {
                    self.looked_up(&mut query, hunt, *section, glance);
                }
                _ => {
                    self.select_from(&mut query, hunt);
                    let bounds = (section.begin(), section.end());
                    self.first_in_range(&mut query, hunt, (&bounds.0, bounds.1.as_deref()));
                }
            }
            query.push(") found where true");
            beyond(&mut query, "seek_key", "seek_id", hunt.position);
            ordered(&mut query, "seek_key", "seek_id", hunt.position, hunt.limit);
            query.push(")");
        }
        query.push(") found limit ").push_bind(hunt.limit);
        query
    }

    /// The matches in a section: by the index of words, and by that of keys those that begin with one of the words.
    fn looked_up<K: Key>(
        &self,
        query: &mut QueryBuilder<Postgres>,
        hunt: &Hunt<'_, K>,
        section: Section,
        glance: &Glance,
    ) {
        let glances = std::slice::from_ref(glance);
        self.select_from(query, hunt);
        self.matching_in(
            query,
            hunt.index,
            &Glance::rare(glances, hunt.words),
            &[section],
        );
        for word in hunt.words {
            if Section::of(word.as_str()) != section {
                continue;
            }
            query.push(" union (");
            self.select_from(query, hunt);
            // None of the words is the beginning of another: the others are elsewhere. Where a glance has met none of
            // one, the index of words has few.
            let rare: Vec<&Word> = hunt
                .words
                .iter()
                .zip(&glance.of_words)
                .filter(|(other, met)| *other != word && **met == 0)
                .map(|(other, _)| other)
                .collect();
            if rare.is_empty() {
                self.first_in_range(query, hunt, (word.as_str(), Some(&after(word))));
            } else {
                range(query, hunt.index.key, word.as_str(), Some(&after(word)));
                self.matching_in(query, hunt.index, &rare, &[section]);
            }
            query.push(")");
        }
    }

    /// The matches that begin with none of the words, in any order, from a place on.
    pub(super) fn elsewhere<K: Key>(
        &self,
        hunt: &Hunt<'_, K>,
        glances: &[Glance],
    ) -> QueryBuilder<Postgres> {
        let everywhere: Vec<Section> = Section::all().collect();
        let mut query = QueryBuilder::new("with found as materialized (");
        self.select_from(&mut query, hunt);
        let rare = Glance::rare(glances, hunt.words);
        self.matching_in(&mut query, hunt.index, &rare, &everywhere);
        query.push(") select seek_key, seek_id from found where true");
        beyond(&mut query, "seek_key", "seek_id", hunt.position);
        ordered(&mut query, "seek_key", "seek_id", hunt.position, hunt.limit);
        query
    }

    fn select_from<K: Key>(&self, query: &mut QueryBuilder<Postgres>, hunt: &Hunt<'_, K>) {
        let source = self.source();
        query.push(format_args!(
            "select {} as seek_key, {} as seek_id from {}",
            hunt.key, source.id, source.from
        ));
        self.conditions(query);
    }

    /// `and … order by … limit …`: the first keys in a range, from the position on. Only one of the two bounds a side:
    /// of two, Postgres begins at whichever it likes.
    fn first_in_range<K: Key>(
        &self,
        query: &mut QueryBuilder<Postgres>,
        hunt: &Hunt<'_, K>,
        (from, until): (&str, Option<&str>),
    ) {
        let position = hunt.position;
        let (is_after_begin, is_before_end) = (
            position.key.is_from(from),
            until.is_none_or(|until| !position.key.is_from(until)),
        );
        let is_bounded = if position.descending {
            is_before_end
        } else {
            is_after_begin
        };
        let (from, until) = match (is_bounded, position.descending) {
            (false, _) => (from, until),
            (true, false) => ("", until),
            (true, true) => (from, None),
        };
        range(query, hunt.index.key, from, until);
        self.matching(query);
        if is_bounded {
            beyond(query, hunt.key, self.source().id, position);
        }
        ordered(query, hunt.key, self.source().id, position, hunt.limit);
    }

    /// The rows that begin with this word and have the others anywhere, in another order than that of names.
    pub(super) fn all_beginning<K: Key>(
        &self,
        hunt: &Hunt<'_, K>,
        word: &Word,
    ) -> QueryBuilder<Postgres> {
        let source = self.source();
        let mut query = QueryBuilder::new("with found as materialized (select ");
        query.push(format_args!(
            "{} as seek_key, {} as seek_id from {}",
            hunt.key, source.id, source.from
        ));
        self.conditions(&mut query);
        range(
            &mut query,
            hunt.index.key,
            word.as_str(),
            Some(&after(word)),
        );
        self.matching(&mut query);
        query.push(") select seek_key, seek_id from found where true");
        beyond(&mut query, "seek_key", "seek_id", hunt.position);
        ordered(&mut query, "seek_key", "seek_id", hunt.position, hunt.limit);
        query
    }

    /// How many rows match among the first of the list, and how many these are.
    pub(super) async fn met(
        &self,
        db: &mut PgConnection,
        index: &Index,
        words: &[Word],
    ) -> Result<(i64, i64), sqlx::Error> {
        let source = self.source();
        let mut query = QueryBuilder::new("select count(*) filter (where search like all(");
        query
            .push_bind(search::patterns(words))
            .push(")), count(*) from (select ")
            .push(format_args!(
                "{} as search from {}",
                source.search, source.from
            ));
        self.conditions(&mut query);
        query
            .push(format_args!(
                " order by {}, {} limit ",
                index.key, source.id
            ))
            .push_bind(NEAR)
            .push(") walked");
        query.build_query_as().persistent(false).fetch_one(db).await
    }

    /// The matches in two places of each section.
    pub(super) async fn glances(
        &self,
        db: &mut PgConnection,
        words: &[Word],
        index: &Index,
    ) -> Result<Vec<Glance>, sqlx::Error> {
        let patterns = search::patterns(words);
        let mut query = QueryBuilder::new("");
        for (place, section) in (0_i32..).zip(Section::all()) {
            if place > 0 {
                query.push(" union all ");
            }
            query
                .push("(select ")
                .push_bind(place)
                .push(" as place, count(*) filter (where search like all(")
                .push_bind(patterns.clone())
                .push(")) as met, array[");
            for (turn, pattern) in patterns.iter().enumerate() {
                query
                    .push(if turn > 0 { ", " } else { "" })
                    .push("count(*) filter (where search like ")
                    .push_bind(pattern.clone())
                    .push(")");
            }
            query.push("] as of_words from (");
            let points: Vec<String> = section.points().collect();
            // No row is met twice.
            let ends = points.iter().skip(1).cloned().map(Some);
            let ends = ends.chain([section.end()]);
            for (turn, (from, end)) in points.iter().zip(ends).enumerate() {
                let source = self.source();
                query.push(format_args!(
                    "{}(select {} as search from {}",
                    if turn > 0 { " union all " } else { "" },
                    source.search,
                    source.from
                ));
                self.conditions(&mut query);
                range(&mut query, index.key, from, end.as_deref());
                query
                    .push(format_args!(
                        " order by {}, {} limit ",
                        index.key, source.id
                    ))
                    .push_bind(GLANCE)
                    .push(")");
            }
            query.push(") glanced)");
        }
        query.push(" order by place");
        let rows: Vec<(i32, i64, Vec<i64>)> = query
            .build_query_as()
            .persistent(false)
            .fetch_all(db)
            .await?;
        let glances = rows
            .into_iter()
            .map(|(_, met, of_words)| Glance { met, of_words });
        Ok(glances.collect())
    }

    /// Counts what begins with this word and has the others anywhere, and not much further than is told exactly.
    pub(super) fn counting_beginnings(&self, index: &Index, word: &Word) -> QueryBuilder<Postgres> {
        let mut query = QueryBuilder::new("select count(*) from (select from ");
        query.push(self.source().from);
        self.conditions(&mut query);
        range(&mut query, index.key, word.as_str(), Some(&after(word)));
        self.matching(&mut query);
        query.push(" limit ").push_bind(COUNTED + 1).push(") found");
        query
    }

    /// The same of all that matches.
    pub(super) fn counting(
        &self,
        index: &Index,
        words: &[Word],
        glances: &[Glance],
    ) -> QueryBuilder<Postgres> {
        let source = self.source();
        let everywhere: Vec<Section> = Section::all().collect();
        let mut query = QueryBuilder::new("select count(*) from (");
        let select = |query: &mut QueryBuilder<Postgres>| {
            query.push(format_args!("(select {} from {}", source.id, source.from));
            self.conditions(query);
        };
        select(&mut query);
        self.matching_in(
            &mut query,
            index,
            &Glance::rare(glances, words),
            &everywhere,
        );
        query.push(" limit ").push_bind(COUNTED + 1).push(")");
        for word in words {
            query.push(" union ");
            select(&mut query);
            range(&mut query, index.key, word.as_str(), Some(&after(word)));
            self.matching(&mut query);
            query.push(" limit ").push_bind(COUNTED + 1).push(")");
        }
        query.push(") found");
        query
    }

    /// `and …`: these words are elsewhere than at the beginning, in these sections, and all words are anywhere.
    fn matching_in(
        &self,
        query: &mut QueryBuilder<Postgres>,
        index: &Index,
        elsewhere: &[&Word],
        sections: &[Section],
    ) {
        query
            .push(format_args!(" and {} @@ ", index.words))
            .push_bind(search::elsewhere(elsewhere.iter().copied(), sections))
            .push("::tsquery");
        self.matching(query);
    }
}
