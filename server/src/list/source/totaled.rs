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
