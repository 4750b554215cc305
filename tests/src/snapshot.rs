//! The whole content of a database, so that "nothing has changed" covers all of it.

use std::collections::BTreeMap;

use sqlx::{AssertSqlSafe, PgPool};

/// The number of rows of every table, with a checksum of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot(BTreeMap<String, (i64, String)>);

impl Snapshot {
    /// The current content, without these tables.
    pub async fn without(pool: &PgPool, left_out: &[&str]) -> Snapshot {
        let tables: Vec<String> = sqlx::query_scalar(
            "select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
             where schemaname not in ('pg_catalog', 'information_schema') and tablename <> all($1)",
        )
        .bind(left_out)
        .fetch_all(pool)
        .await
        .expect("the tables");
        assert!(tables.len() > 15, "too few tables: {tables:?}");
        let mut all = BTreeMap::new();
        for table in tables {
            let statement = format!(
                "select count(*), coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from {table} t"
            );
            let row = sqlx::query_as(AssertSqlSafe(statement))
                .fetch_one(pool)
                .await
                .expect("a table's rows");
            all.insert(table, row);
        }
        Snapshot(all)
    }

    /// The current content.
    pub async fn of(pool: &PgPool) -> Snapshot {
        Snapshot::without(pool, &[]).await
    }

    /// The tables that have changed.
    #[must_use]
    pub fn changed_since(&self, before: &Snapshot) -> Vec<String> {
        let changed = self
            .0
            .iter()
            .filter(|(table, rows)| before.0.get(*table) != Some(*rows));
        changed
            .map(|(table, (count, _))| {
                let count_before = before.0.get(table).map_or(0, |(count, _)| *count);
                format!("{table} ({count_before} rows before, {count} now)")
            })
            .collect()
    }
}
