//! The statements of which a search is put together.

use sqlx::{PgConnection, Postgres, QueryBuilder, Row as _};

use tierline_core::text::search::{Section, Word};

use super::{Hunt, LAST, LookedUp, Part, Rows, SAMPLED, Walked};
use crate::list::{
    Key, search,
    source::{Wanted, beyond, ordered},
};

impl Wanted {
    /// `select …`: at most so many rows of a part in the order of the list, each with whether it matches.
    fn steps<K: Key>(
        &self,
        query: &mut QueryBuilder<Postgres>,
        hunt: &Hunt<'_, K>,
        part: &Part,
        length: i64,
    ) {
        let (source, key) = (self.source(), hunt.key);
        query.push(format_args!(
            "select {key} as seek_key, {} as seek_id, {} like all(",
            source.id, source.search
        ));
        query
            .push_bind(search::patterns(hunt.words))
            .push(format_args!(") as matches from {}", source.from));
        self.conditions(query);
        in_part(query, hunt, part, source.id);
        ordered(query, key, source.id, hunt.position, length);
    }

    /// Walks along the order of the list, in one part of it and over at most so many rows, and takes what matches.
    pub(super) async fn walk<K: Key>(
        &self,
        db: &mut PgConnection,
        hunt: &Hunt<'_, K>,
        part: &Part,
        length: i64,
    ) -> Result<Walked<K>, sqlx::Error> {
        let mut query = QueryBuilder::new("with walked as materialized (");
        self.steps(&mut query, hunt, part, length);
        query.push(
            ") select found.*, counted.* from
                (select count(*) as length, count(*) filter (where matches) as met from walked) counted
                left join (select seek_key, seek_id from walked where matches",
        );
        ordered(&mut query, "seek_key", "seek_id", hunt.position, hunt.limit);
        query.push(") found on true");
        let answer = query.build().persistent(false).fetch_all(db).await?;
        let (mut rows, mut met, mut walked) = (Vec::with_capacity(answer.len()), 0, 0);
        for row in &answer {
            (met, walked) = (row.try_get("met")?, row.try_get("length")?);
            if let Some(key) = row.try_get("seek_key")? {
                rows.push((key, row.try_get("seek_id")?));
            }
        }
        Ok(Walked {
            rows,
            met,
            is_whole: walked < length,
        })
    }

    /// Walks along the order of the list, in one part of it and over at most so many rows, until a page is full. Only
    /// a full page says anything: nothing is counted.
    pub(super) async fn fill<K: Key>(
        &self,
        db: &mut PgConnection,
        hunt: &Hunt<'_, K>,
        part: &Part,
        length: i64,
    ) -> Result<Rows<K>, sqlx::Error> {
        let mut query = QueryBuilder::new("select seek_key, seek_id from (");
        self.steps(&mut query, hunt, part, length);
        // The walk is in this order already: Postgres stops it when there are enough.
        query.push(") walked where matches");
        ordered(&mut query, "seek_key", "seek_id", hunt.position, hunt.limit);
        let answer = query.build().persistent(false).fetch_all(db).await?;
        answer
            .iter()
            .map(|row| Ok((row.try_get("seek_key")?, row.try_get("seek_id")?)))
            .collect()
    }

    /// Looks up the first matches in each of these parts in turn, until there are enough, or as many as this in one.
    ///
    /// Postgres does not know the query of a part when it plans the statement: it would walk for one that it believes
    /// to be common.
    pub(super) async fn look_up<K: Key>(
        &self,
        db: &mut PgConnection,
        hunt: &Hunt<'_, K>,
        parts: &[Part],
        many: i64,
    ) -> Result<LookedUp<K>, sqlx::Error> {
        let queries: Vec<&str> = parts.iter().map(|part| part.query.as_str()).collect();
        let begins: Vec<&str> = parts.iter().map(|part| part.from.as_str()).collect();
        let ends: Vec<Option<&str>> = parts.iter().map(|part| part.until.as_deref()).collect();
        let (source, key) = (self.source(), hunt.key);
        let mut query = QueryBuilder::new("select part.place, found.* from unnest(");
        query.push_bind(queries).push("::text[], ");
        query.push_bind(begins).push("::text[], ");
        query.push_bind(ends).push(format_args!(
            "::text[]) with ordinality as part (query, low, high, place) cross join lateral (
                select seek_key, seek_id, count(*) over () as met from (
                    select {key} as seek_key, {} as seek_id
                    from (select * from {} where {} @@ part.query::tsquery offset 0) {}",
            source.id, source.from, hunt.index.words, source.from
        ));
        self.conditions(&mut query);
        self.matching(&mut query);
        query.push(format_args!(
            " and {0} >= part.low and (part.high is null or {0} < part.high)",
            hunt.index.key
        ));
        beyond(&mut query, key, source.id, hunt.position);
        query.push(" limit ").push_bind(many).push(") matching");
        ordered(&mut query, "seek_key", "seek_id", hunt.position, hunt.limit);
        query
            .push(") found order by part.place limit ")
            .push_bind(hunt.limit);
        let answer = query.build().persistent(false).fetch_all(db).await?;
        let (mut rows, mut all) = (Vec::with_capacity(answer.len()), 0);
        for row in &answer {
            let (place, met): (i64, i64) = (row.try_get("place")?, row.try_get("met")?);
            if met >= many {
                // The first part has the number 1.
                return Ok(LookedUp::Many(
                    rows,
                    usize::try_from(place - 1).unwrap_or(0),
                ));
            }
            all = met;
            rows.push((row.try_get("seek_key")?, row.try_get("seek_id")?));
        }
        Ok(LookedUp::All(rows, all))
    }
}

impl Wanted {
    /// The words that more than one in twenty rows lack, by the first rows from where each section begins; all when
    /// there is no such word.
    pub(super) async fn telling<K>(
        &self,
        db: &mut PgConnection,
        hunt: &Hunt<'_, K>,
    ) -> Result<Vec<Word>, sqlx::Error> {
        let (source, key) = (self.source(), hunt.index.key);
        let begins: Vec<String> = Section::all().map(Section::begin).collect();
        let mut query =
            QueryBuilder::new("with sampled as materialized (select near.text from unnest(");
        query.push_bind(begins).push(format_args!(
            "::text[]) as section (low) cross join lateral (select {} as text from {}",
            source.search, source.from
        ));
        self.conditions(&mut query);
        query
            .push(format_args!(" and {key} >= section.low order by {key} limit "))
            .push_bind(SAMPLED)
            .push(") near) select count(*) filter (where text like pattern) * 20 > count(*) * 19 from unnest(")
            .push_bind(search::patterns(hunt.words))
            .push("::text[]) with ordinality as word (pattern, place) cross join sampled group by place order by place");
        let everywhere: Vec<bool> = query
            .build_query_scalar()
            .persistent(false)
            .fetch_all(db)
            .await?;
        let telling: Vec<Word> = hunt
            .words
            .iter()
            .zip(everywhere)
            .filter(|(_, is_everywhere)| !is_everywhere)
            .map(|(word, _)| word.clone())
            .collect();
        Ok(if telling.is_empty() {
            hunt.words.to_vec()
        } else {
            telling
        })
    }

    /// The beginnings of this many characters that the names in a part have, in order; none when there are more than
    /// `most`. Each is one step in the index.
    pub(super) async fn beginnings<K>(
        &self,
        db: &mut PgConnection,
        hunt: &Hunt<'_, K>,
        part: &Part,
        characters: i32,
        most: usize,
    ) -> Result<Vec<String>, sqlx::Error> {
        let (from, key) = (self.source().from, hunt.index.key);
        let mut query = QueryBuilder::new("with recursive beginning (text) as ((");
        let next = |query: &mut QueryBuilder<Postgres>| {
            query
                .push(format_args!("select left({key}, "))
                .push_bind(characters)
                .push(format_args!(") from {from}"));
            self.conditions(query);
            if let Some(until) = &part.until {
                query
                    .push(format_args!(" and {key} < "))
                    .push_bind(until.clone());
            }
        };
        next(&mut query);
        query
            .push(format_args!(" and {key} >= "))
            .push_bind(part.from.clone())
            .push(format_args!(" order by {key} limit 1) union all select ("));
        next(&mut query);
        // After all names that begin with this: the last of all characters is in no name.
        query
            .push(format_args!(" and {key} > beginning.text || "))
            .push_bind(LAST)
            .push(format_args!(
                " collate \"C\" order by {key} limit 1) from beginning where text is not null) \
                 select text from beginning where text is not null limit "
            ))
            .push_bind(i64::try_from(most + 1).unwrap_or(i64::MAX));
        let answer = query.build().persistent(false).fetch_all(db).await?;
        if answer.len() > most {
            return Ok(Vec::new());
        }
        answer.iter().map(|row| row.try_get("text")).collect()
    }
}

/// `and …`: what is in a part and comes after the place where the page begins. Only one bound a side: of two, Postgres
/// begins at whichever it likes.
fn in_part<K: Key>(query: &mut QueryBuilder<Postgres>, hunt: &Hunt<'_, K>, part: &Part, id: &str) {
    let (key, position) = (hunt.index.key, hunt.position);
    let is_by_name = hunt.is_by_name();
    let is_after_begin = is_by_name && position.key.is_from(&part.from);
    let is_before_end = is_by_name
        && part
            .until
            .as_ref()
            .is_none_or(|until| !position.key.is_from(until));
    let is_bounded = !is_by_name
        || if position.descending {
            is_before_end
        } else {
            is_after_begin
        };
    if !part.from.is_empty() && (!is_bounded || position.descending) {
        query
            .push(format_args!(" and {key} >= "))
            .push_bind(part.from.clone());
    }
    if let Some(until) = &part.until
        && !(is_bounded && position.descending)
    {
        query
            .push(format_args!(" and {key} < "))
            .push_bind(until.clone());
    }
    if is_bounded {
        beyond(query, hunt.key, id, position);
    }
}
