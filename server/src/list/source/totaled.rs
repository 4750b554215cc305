//! A page of rows and how many there are in all, by one statement.

use sqlx::{PgConnection, QueryBuilder, Row as _, postgres::PgRow};
use tierline_core::Timestamp;
use uuid::Uuid;

use super::{Found, Key, SeekPosition, SortKey, Total, Wanted, found, limit_of};

impl Wanted {
    /// For a list that is not searched by an index.
    pub(super) async fn totaled(
        &self,
        db: &mut PgConnection,
        size: usize,
    ) -> Result<(Found, Total), sqlx::Error> {
        let (key, descending) = self.order();
        match key {
            SortKey::Text(key) => self.with_total::<String>(db, key, descending, size).await,
            SortKey::Time(key) => {
                self.with_total::<Timestamp>(db, key, descending, size)
                    .await
            }
            SortKey::Number(key) => self.with_total::<i64>(db, key, descending, size).await,
        }
    }

    async fn with_total<K: Key>(
        &self,
        db: &mut PgConnection,
        key: &'static str,
        descending: bool,
        size: usize,
    ) -> Result<(Found, Total), sqlx::Error> {
        let position = SeekPosition::<K>::of(&self.cursor, descending);
        // Two parts that know nothing of each other, so that each is planned as it would be alone.
        let mut query = QueryBuilder::new("select counted.met, page.seek_key, page.seek_id from (");
        self.counting(&mut query);
        query.push(") counted left join (");
        self.rows(&mut query, key, &position, limit_of(size));
        let order = if position.descending { "desc" } else { "asc" };
        query.push(format_args!(
            ") page on true order by page.seek_key {order}, page.seek_id {order}"
        ));
        let read = query.build().persistent(false).fetch_all(db).await?;
        let met: Option<i64> = read.first().map(|row| row.try_get("met")).transpose()?;
        let row = |row: &PgRow| -> Result<Option<(K, Uuid)>, sqlx::Error> {
            let key: Option<K> = row.try_get("seek_key")?;
            Ok(key.zip(row.try_get("seek_id")?))
        };
        // A page without rows is one row without a key.
        let rows = read.iter().filter_map(|it| row(it).transpose());
        let rows: Vec<(K, Uuid)> = rows.collect::<Result<_, _>>()?;
        let total = Total::up_to(met.unwrap_or_default(), self.counted);
        Ok((found(position, rows, size), total))
    }
}

#[cfg(test)]
mod tests {
    use tierline_app::list::model::{ListQuery, Page};

    use super::super::{Part, Sort, Source};
    use super::*;
    use crate::testing;

    static NUMBERS: Source = Source {
        from: "(select n, lpad(n::text, 32, '0')::uuid as id, ' number ' || n || ' ' as search
            from generate_series(1::bigint, 7) n) numbers",
        id: "id",
        search: "search",
        index: None,
        sorts: &[Sort {
            name: "number",
            key: SortKey::Number("n"),
        }],
        own: "number",
    };

    async fn page(db: &mut PgConnection, query: &ListQuery, above: &'static str) -> Page<u128> {
        let wanted = Wanted::new(&NUMBERS, query, vec![vec![Part::Sql(above)]]);
        let (found, total) = wanted.found(db, 3, true).await.unwrap();
        let rows = found.rows.iter().map(|id| id.as_u128()).collect();
        found.with(rows, total)
    }

    #[tokio::test]
    async fn each_page_tells_how_many_rows_there_are_in_all() {
        let database = testing::database().await;
        let mut db = database.pool.acquire().await.unwrap();
        for (sort, pages) in [
            ("", [vec![1_u128, 2, 3], vec![4, 5, 6], vec![7]]),
            ("-number", [vec![7, 6, 5], vec![4, 3, 2], vec![1]]),
        ] {
            let mut query = ListQuery {
                sort: sort.to_owned(),
                ..ListQuery::default()
            };
            let mut cursors = Vec::new();
            for rows in &pages {
                let found = page(&mut db, &query, "n > 0").await;
                assert_eq!((&found.rows, found.total), (rows, 7), "{sort}");
                query.cursor = found.next.unwrap_or_default();
                cursors.extend(found.previous);
            }
            // Back from the last page.
            query.cursor = cursors.pop().unwrap();
            let back = page(&mut db, &query, "n > 0").await;
            assert_eq!((&back.rows, back.total), (&pages[1], 7), "{sort}");
        }
    }

    #[tokio::test]
    async fn a_list_without_rows_has_none() {
        let database = testing::database().await;
        let mut db = database.pool.acquire().await.unwrap();
        let none = page(&mut db, &ListQuery::default(), "n > 7").await;
        assert_eq!((none.rows.len(), none.total), (0, 0));
        let query = ListQuery {
            search: "number".to_owned(),
            ..ListQuery::default()
        };
        assert_eq!(page(&mut db, &query, "n > 5").await.total, 2);
    }
}
