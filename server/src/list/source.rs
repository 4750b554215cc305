//! A list as data: where its rows are, what they are sorted by, which of them are wanted.
//!
//! An area says so once; composed from it are the statements that find the rows of a page and count them all. Values
//! are always bound. The area reads the data of a row by its id.

mod grouped;
mod totaled;

use sqlx::{PgConnection, Postgres, QueryBuilder, Row as _, postgres::PgRow};
use tierline_app::list::model::{ListQuery, Page};
use tierline_core::{
    Timestamp,
    text::search::{Search, list_mark},
};
use tokio::sync::OnceCell;
use uuid::Uuid;

use super::{Key, SeekPosition, count, search, sorting};

/// More rows than these are not counted one by one.
pub(super) const COUNTED: i64 = 10_000;

/// Where a list's rows are. The texts are SQL, written in this program and nowhere else.
pub(crate) struct Source {
    /// Tables and joins.
    pub from: &'static str,
    /// The id of a row, which parts rows with the same key.
    pub id: &'static str,
    /// The words by which a row is found, as core writes them.
    pub search: &'static str,
    /// How a list of any size is searched; others look at each of their rows.
    pub index: Option<Index>,
    /// The columns to sort by.
    pub sorts: &'static [Sort],
    /// The list's own order: a column's name, with a `-` before it when descending.
    pub own: &'static str,
}

/// The columns by which a list of any size is searched; see [`super::indexed`].
pub(crate) struct Index {
    /// The key that begins with the first word. The list can be sorted by it.
    pub key: &'static str,
    /// The words, as core writes them for an index ([`Wanted::owned_by`]); before them, of which rows it is.
    pub words: &'static str,
}

/// A column to sort by.
pub(crate) struct Sort {
    /// Its name in the address.
    pub name: &'static str,
    /// Its key.
    pub key: SortKey,
}

/// The sort key of a column: SQL that is never null.
pub(crate) enum SortKey {
    Text(&'static str),
    Time(&'static str),
    Number(&'static str),
}

/// A piece of a condition: SQL of this program, or a value to be bound.
#[derive(Clone, Debug)]
pub(crate) enum Part {
    Sql(&'static str),
    Id(Uuid),
    Ids(Vec<Uuid>),
    Text(String),
    Texts(Vec<String>),
    Time(Timestamp),
}

/// Which rows are wanted, in which order, from where on.
pub(crate) struct Wanted {
    source: &'static Source,
    conditions: Vec<Vec<Part>>,
    list: String,
    search: Search,
    sort: String,
    cursor: String,
    counted: i64,
    is_short: bool,
    /// Of a list with an index; told by the first page.
    pub(super) total: OnceCell<Total>,
}

/// The rows of a page, by their ids, and how to go on.
pub(crate) struct Found {
    pub rows: Vec<Uuid>,
    next: Option<String>,
    previous: Option<String>,
}

impl Found {
    /// The page with what is shown of these rows.
    pub(crate) fn with<R>(self, rows: Vec<R>, total: Total) -> Page<R> {
        let shown = u64::try_from(rows.len()).unwrap_or_default();
        Page {
            rows,
            total: total.rows.max(shown),
            is_at_least: total.is_at_least,
            next: self.next,
            previous: self.previous,
        }
    }
}

impl Wanted {
    /// The rows that the address asks for, among those that fulfill these conditions.
    pub(crate) fn new(
        source: &'static Source,
        query: &ListQuery,
        conditions: Vec<Vec<Part>>,
    ) -> Self {
        Self {
            source,
            conditions,
            list: String::new(),
            search: Search::parse(&query.search),
            sort: query.sort.clone(),
            cursor: query.cursor.clone(),
            counted: COUNTED,
            is_short: false,
            total: OnceCell::new(),
        }
    }

    /// The same of the list of this owner, in an index that has those of others too.
    pub(crate) fn owned_by(mut self, owner: Uuid) -> Self {
        list_mark(&owner.to_string()).clone_into(&mut self.list);
        self
    }

    /// The same with fewer rows counted one by one: for conditions that no index answers alone, so that counting reads
    /// the rows themselves.
    pub(crate) fn counting_few(mut self) -> Self {
        self.counted = COUNTED / 10;
        self
    }

    /// The same list, which has thousands of rows where others have hundreds of thousands: what a search finds is soon
    /// looked up, all of it, instead of being walked to.
    pub(crate) fn short(mut self) -> Self {
        self.is_short = true;
        self
    }

    pub(super) fn is_short(&self) -> bool {
        self.is_short
    }

    /// Are these all rows, and not those that a search finds?
    pub(crate) fn is_unsearched(&self) -> bool {
        self.search == Search::Everything
    }

    /// Finds one page of at most so many rows.
    pub(crate) async fn page(
        &self,
        db: &mut PgConnection,
        size: usize,
    ) -> Result<Found, sqlx::Error> {
        let (key, descending) = self.order();
        match key {
            SortKey::Text(key) => self.sorted::<String>(db, key, descending, size).await,
            SortKey::Time(key) => self.sorted::<Timestamp>(db, key, descending, size).await,
            SortKey::Number(key) => self.sorted::<i64>(db, key, descending, size).await,
        }
    }

    /// One page, and how many rows there are in all; none, where nobody is told. One statement, but for what is
    /// searched by an index.
    pub(crate) async fn found(
        &self,
        db: &mut PgConnection,
        size: usize,
        totaled: bool,
    ) -> Result<(Found, Total), sqlx::Error> {
        let by_index = self.source.index.is_some() && !self.is_unsearched();
        if totaled && !by_index && self.search != Search::Nothing {
            return self.totaled(db, size).await;
        }
        let found = self.page(db, size).await?;
        let total = if totaled {
            self.total(db).await?
        } else {
            Total::exactly(0)
        };
        Ok((found, total))
    }

    /// What the list is sorted by, and whether the other way round.
    fn order(&self) -> (&'static SortKey, bool) {
        let named = |sort| {
            let (name, descending) = sorting(sort, self.source.own);
            let sort = self.source.sorts.iter().find(|sort| sort.name == name);
            sort.map(|sort| (&sort.key, descending))
        };
        // Unheard of: a list whose own order is none of its columns'.
        let none = (&SortKey::Text("''"), false);
        named(&self.sort).or_else(|| named("")).unwrap_or(none)
    }

    async fn sorted<K: Key>(
        &self,
        db: &mut PgConnection,
        key: &'static str,
        descending: bool,
        size: usize,
    ) -> Result<Found, sqlx::Error> {
        let position = SeekPosition::<K>::of(&self.cursor, descending);
        let limit = limit_of(size);
        let rows = match (&self.search, &self.source.index) {
            (Search::Nothing, _) => Vec::new(),
            (Search::Words(_), Some(index)) => {
                self.indexed(db, index, key, &position, limit).await?
            }
            (Search::Words(_) | Search::Everything, _) => {
                let mut query = QueryBuilder::new("");
                self.rows(&mut query, key, &position, limit);
                read(db, query).await?
            }
        };
        Ok(found(position, rows, size))
    }

    /// `select key, id from … where … order by … limit …`: the rows from this place on.
    fn rows<K: Key>(
        &self,
        query: &mut QueryBuilder<Postgres>,
        key: &'static str,
        position: &SeekPosition<K>,
        limit: i64,
    ) {
        self.select(query, key);
        self.matching(query);
        beyond(query, key, self.source.id, position);
        ordered(query, key, self.source.id, position, limit);
    }

    /// `select count(*) from …`: all rows, up to one more than are counted.
    fn counting(&self, query: &mut QueryBuilder<Postgres>) {
        query
            .push("select count(*) as met from (select from ")
            .push(self.source.from);
        self.conditions(query);
        self.matching(query);
        query
            .push(" limit ")
            .push_bind(self.counted + 1)
            .push(") found");
    }

    /// How many rows there are; beyond some thousands, that there are more.
    pub(crate) async fn total(&self, db: &mut PgConnection) -> Result<Total, sqlx::Error> {
        match (&self.search, &self.source.index) {
            (Search::Nothing, _) => Ok(Total::exactly(0)),
            (Search::Words(_), Some(index)) => {
                let (key, down) = self.order();
                match key {
                    SortKey::Text(key) => self.indexed_total::<String>(db, index, key, down).await,
                    SortKey::Time(key) => {
                        self.indexed_total::<Timestamp>(db, index, key, down).await
                    }
                    SortKey::Number(key) => self.indexed_total::<i64>(db, index, key, down).await,
                }
            }
            (Search::Words(_) | Search::Everything, _) => {
                let mut query = QueryBuilder::new("");
                self.counting(&mut query);
                Ok(Total::up_to(one(db, query).await?, self.counted))
            }
        }
    }

    /// `select key, id from … where …`, to be continued.
    fn select(&self, query: &mut QueryBuilder<Postgres>, key: &'static str) {
        query
            .push("select ")
            .push(key)
            .push(" as seek_key, ")
            .push(self.source.id)
            .push(" as seek_id from ")
            .push(self.source.from);
        self.conditions(query);
    }

    pub(super) fn search(&self) -> &Search {
        &self.search
    }

    pub(super) fn list(&self) -> &str {
        &self.list
    }

    pub(super) fn source(&self) -> &'static Source {
        self.source
    }

    /// `where …`, to be continued by `and …`.
    pub(super) fn conditions(&self, query: &mut QueryBuilder<Postgres>) {
        query.push(" where true");
        for condition in &self.conditions {
            and(query, condition);
        }
    }

    /// `and …`: every word of the search is found.
    pub(super) fn matching(&self, query: &mut QueryBuilder<Postgres>) {
        let words = self.search.words();
        if !words.is_empty() {
            query
                .push(" and ")
                .push(self.source.search)
                .push(" like all(")
                .push_bind(search::patterns(words))
                .push(")");
        }
    }
}

/// The page of these rows, which begin at this place.
fn found<K: Key>(position: SeekPosition<K>, rows: Vec<(K, Uuid)>, size: usize) -> Found {
    let found = position.page(rows, size, 0, Clone::clone);
    Found {
        rows: found.rows.into_iter().map(|(_, id)| id).collect(),
        next: found.next,
        previous: found.previous,
    }
}

/// One more row than a page has tells whether there is another page.
fn limit_of(size: usize) -> i64 {
    i64::try_from(size).unwrap_or(i64::MAX).saturating_add(1)
}

/// `and …`: this condition.
fn and(query: &mut QueryBuilder<Postgres>, condition: &[Part]) {
    query.push(" and ");
    for part in condition {
        match part {
            Part::Sql(sql) => query.push(*sql),
            Part::Id(id) => query.push_bind(*id),
            Part::Ids(ids) => query.push_bind(ids.clone()),
            Part::Text(text) => query.push_bind(text.clone()),
            Part::Texts(texts) => query.push_bind(texts.clone()),
            Part::Time(at) => query.push_bind(*at),
        };
    }
}

/// `and …`: what comes after the place where the page begins.
pub(super) fn beyond<K: Key>(
    query: &mut QueryBuilder<Postgres>,
    key: &str,
    id: &str,
    position: &SeekPosition<K>,
) {
    let after = if position.descending { "<" } else { ">" };
    query
        .push(format_args!(" and ({key}, {id}) {after} ("))
        .push_bind(position.key.clone())
        .push(", ")
        .push_bind(position.id)
        .push(")");
}

/// `order by … limit …`
pub(super) fn ordered<K: Key>(
    query: &mut QueryBuilder<Postgres>,
    key: &str,
    id: &str,
    position: &SeekPosition<K>,
    limit: i64,
) {
    let order = if position.descending { "desc" } else { "asc" };
    query
        .push(format_args!(" order by {key} {order}, {id} {order} limit "))
        .push_bind(limit);
}

/// The rows of a composed statement: keys and ids. It is planned for the values that it is asked with, each time.
pub(super) async fn read<K: Key>(
    db: &mut PgConnection,
    mut query: QueryBuilder<Postgres>,
) -> Result<Vec<(K, Uuid)>, sqlx::Error> {
    query
        .build()
        .persistent(false)
        .fetch_all(db)
        .await?
        .iter()
        .map(|row: &PgRow| Ok((row.try_get("seek_key")?, row.try_get("seek_id")?)))
        .collect()
}

/// The one number of a composed statement.
pub(super) async fn one(
    db: &mut PgConnection,
    mut query: QueryBuilder<Postgres>,
) -> Result<i64, sqlx::Error> {
    query
        .build_query_scalar()
        .persistent(false)
        .fetch_one(db)
        .await
}

/// How many rows a list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Total {
    /// So many.
    pub rows: u64,
    /// And more.
    pub is_at_least: bool,
}

impl Total {
    pub(crate) fn exactly(rows: u64) -> Self {
        Self {
            rows,
            is_at_least: false,
        }
    }

    /// These were met on the way.
    pub(super) fn at_least(rows: u64) -> Self {
        Self {
            rows,
            is_at_least: true,
        }
    }

    /// A count that stopped at one more than this.
    pub(super) fn up_to(counted: i64, most: i64) -> Self {
        Self {
            rows: count(counted.min(most)),
            is_at_least: counted > most,
        }
    }
}
