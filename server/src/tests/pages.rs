//! Queries on the demo world, with thousands of customers in it.

pub(crate) mod shown;

mod access;
mod link;
mod lists;
mod open_requests;
mod settings;
mod statements;
mod subscriptions;
mod waiting;

use std::collections::BTreeMap;

use sqlx::PgPool;

use crate::{
    demo,
    state::AppState,
    testing::{self, TestDatabase},
    web::RequestPortal,
};

/// The demo world in a database of its own.
struct World {
    database: TestDatabase,
    state: AppState,
}

impl World {
    async fn new() -> World {
        let database = testing::demo_database().await;
        let state = demo::test_state(&database.pool);
        World { database, state }
    }

    fn pool(&self) -> &PgPool {
        &self.database.pool
    }

    /// The portal for one of the demo's people.
    fn of(&self, name: &str) -> RequestPortal {
        demo::portal_of(&self.state, name)
    }

    /// The portal for a visitor who is not signed in.
    fn stranger(&self) -> RequestPortal {
        demo::strangers_portal(&self.state)
    }

    async fn id(&self, statement: &'static str) -> uuid::Uuid {
        sqlx::query_scalar(statement)
            .fetch_one(self.pool())
            .await
            .unwrap()
    }

    /// The contents of every table.
    async fn everything(&self) -> BTreeMap<String, Option<String>> {
        let tables: Vec<String> =
            sqlx::query_scalar("select schemaname || '.' || tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema')")
                .fetch_all(self.pool())
                .await
                .unwrap();
        let mut everything = BTreeMap::new();
        for table in tables {
            let statement =
                format!("select md5(string_agg(t::text, '|' order by t::text)) from {table} t");
            let hash = sqlx::query_scalar(sqlx::AssertSqlSafe(statement))
                .fetch_one(self.pool())
                .await
                .unwrap();
            everything.insert(table, hash);
        }
        everything
    }
}
