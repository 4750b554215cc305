//! Templates of the tests' databases: one with the current schema, and one with the demo world in it too. Each is made
//! once, by the first test that needs it, in any process.

#![expect(
    clippy::expect_used,
    reason = "a test without a database can only fail"
)]

use std::{
    hash::{DefaultHasher, Hash as _, Hasher as _},
    sync::Arc,
};

use sqlx::{Connection as _, Executor as _, PgConnection, PgPool, postgres::PgPoolOptions};

use super::{config, demo_clock, run, server_options};
use crate::{database, demo, state::AppState};

/// The name of a database with the current schema.
pub(super) async fn schema() -> String {
    let name = format!("tierline_template_{:016x}", fingerprint(()));
    if let Some(mut lock) = unless_there(&name).await {
        let pool = begin(&name, "").await;
        database::migrate(&pool)
            .await
            .expect("migrations that apply");
        finish(&name, pool, &mut lock).await;
    }
    name
}

/// The name of a database with the demo world.
pub(super) async fn demo_world() -> String {
    // This program makes the demo world; a rebuilt one may make another.
    let program = std::env::current_exe().expect("a program");
    let built = program
        .metadata()
        .and_then(|program| program.modified())
        .expect("the program's file");
    let earlier = format!("tierline_demo_{:016x}_", fingerprint(&program));
    let name = format!("{earlier}{:016x}", fingerprint(built));
    let schema = schema().await;
    if let Some(mut lock) = unless_there(&name).await {
        let old: Vec<String> = sqlx::query_scalar(
            "select datname::text from pg_database where starts_with(datname, $1)",
        )
        .bind(&earlier)
        .fetch_all(&mut lock)
        .await
        .expect("a list of databases");
        for old in old {
            run(&format!("drop database if exists {old} with (force)"))
                .await
                .expect("no demo world of an earlier program");
        }
        let pool = begin(&name, &format!("template {schema} strategy file_copy")).await;
        let state = AppState::new(pool.clone(), demo_clock(), Arc::new(config(&["--demo"])));
        demo::seed(&state).await.expect("the demo world");
        finish(&name, pool, &mut lock).await;
    }
    name
}

/// A number for this state of the migrations and the given value.
fn fingerprint(of: impl std::hash::Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    for migration in database::MIGRATIONS.iter() {
        migration.checksum.hash(&mut hasher);
    }
    of.hash(&mut hasher);
    hasher.finish()
}

/// Takes the lock for creating the database, if it does not exist.
async fn unless_there(name: &str) -> Option<PgConnection> {
    let mut connection = PgConnection::connect_with(&server_options())
        .await
        .expect("the Postgres of the tests");
    if !is_there(&mut connection, name).await {
        connection
            .execute("select pg_advisory_lock(7469657265)")
            .await
            .expect("the lock of the templates");
        // The previous holder of the lock may have made it.
        if !is_there(&mut connection, name).await {
            return Some(connection);
        }
    }
    connection.close().await.expect("the lock released");
    None
}

async fn is_there(connection: &mut PgConnection, name: &str) -> bool {
    sqlx::query_scalar("select exists (select from pg_database where datname = $1)")
        .bind(name)
        .fetch_one(connection)
        .await
        .expect("a list of databases")
}

/// It is filled under another name, so that a database with the right name is complete.
async fn begin(name: &str, from: &str) -> PgPool {
    run(&format!(
        "drop database if exists {name}_unfinished with (force)"
    ))
    .await
    .expect("no left-over template");
    run(&format!("create database {name}_unfinished {from}"))
        .await
        .expect("a new template");
    PgPoolOptions::new()
        .connect_with(server_options().database(&format!("{name}_unfinished")))
        .await
        .expect("a connection to the template")
}

async fn finish(name: &str, pool: PgPool, lock: &mut PgConnection) {
    // Only a database without connections can be renamed or copied.
    pool.close().await;
    run(&format!(
        "alter database {name}_unfinished rename to {name}"
    ))
    .await
    .expect("a finished template");
    lock.execute("select pg_advisory_unlock_all()")
        .await
        .expect("the lock released");
}
