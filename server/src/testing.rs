//! Databases for tests: each test gets a fresh one, migrated, and drops it at the end.
//!
//! They are created on the Postgres named by `TIERLINE_TEST_DATABASE_URL` (else `DATABASE_URL`), as copies of a
//! template that is made once. `make test` starts such a Postgres.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test without a database can only fail"
)]
#[cfg(test)]
pub(crate) mod cases;
#[cfg(test)]
mod histories;
#[cfg(test)]
mod inserted;
#[cfg(test)]
pub(crate) mod settings;
#[cfg(test)]
pub(crate) mod statements;
#[cfg(test)]
pub(crate) mod world;

pub mod given;
pub mod smtp;
mod template;

use std::str::FromStr as _;

use clap::Parser as _;

use sqlx::{
    AssertSqlSafe, Connection as _, PgConnection, PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use uuid::Uuid;

use crate::{
    clock::Clock,
    config::{Config, Flags},
};

/// A database that exists as long as this value.
#[derive(Debug)]
pub struct TestDatabase {
    pub pool: PgPool,
    name: String,
}

/// A fresh database with the current schema.
pub async fn database() -> TestDatabase {
    create(&copy_of(&template::schema().await)).await
}

/// A fresh database with the current schema, in which `I` is lowered to `ı`.
#[cfg(test)]
pub(crate) async fn turkish_database() -> TestDatabase {
    let database =
        create("template template0 encoding utf8 locale_provider icu icu_locale 'tr-TR'").await;
    crate::database::migrate(&database.pool)
        .await
        .expect("migrations that apply");
    database
}

/// A fresh database with the demo world, as of the time of [`demo_clock`].
pub async fn demo_database() -> TestDatabase {
    create(&copy_of(&template::demo_world().await)).await
}

/// A clock that stands at the time when the tests' demo world was made.
#[must_use]
pub fn demo_clock() -> Clock {
    Clock::manual("2026-11-21T09:00:00Z".parse().expect("a time"))
}

/// Copied as files: writing the log of so many small pages would take longer.
fn copy_of(template: &str) -> String {
    format!("template {template} strategy file_copy")
}

/// A fresh database with nothing in it.
pub async fn empty_database() -> TestDatabase {
    create("").await
}

/// The configuration for these arguments, regardless of the environment's database.
#[must_use]
pub fn config(arguments: &[&str]) -> Config {
    #[derive(clap::Parser)]
    struct Command {
        #[command(flatten)]
        flags: Flags,
    }
    let mut flags =
        Command::parse_from(std::iter::once("tierline").chain(arguments.iter().copied())).flags;
    // Tests that are not about it send again at once.
    if !arguments.contains(&"--resend-minutes") {
        "0".clone_into(&mut flags.resend_minutes);
    }
    // The files of the demo's documents go where nobody looks for them.
    if !arguments.iter().any(|it| it.starts_with("--documents-dir")) {
        flags.documents_dir = Some(std::env::temp_dir().join("tierline-test-documents"));
    }
    if !arguments.contains(&"--database-url") {
        flags.database_url = None;
    }
    Config::check(flags).expect("a valid configuration")
}

/// The options for connecting to the tests' Postgres (its maintenance database, unless another is named).
#[must_use]
pub fn server_options() -> PgConnectOptions {
    let url = std::env::var("TIERLINE_TEST_DATABASE_URL")
        .or_else(|_| std::env::var("DATABASE_URL"))
        .unwrap_or_else(|_| {
            panic!("set TIERLINE_TEST_DATABASE_URL to a Postgres where databases may be created")
        });
    PgConnectOptions::from_str(&url)
        .expect("a postgres:// URL")
        .database("postgres")
}

impl TestDatabase {
    /// The options for connecting to this database, as a second server would.
    #[must_use]
    pub fn options(&self) -> PgConnectOptions {
        server_options().database(&self.name)
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let name = std::mem::take(&mut self.name);
        // A test's runtime is ending and may have one thread: drop from a thread with a runtime of its own.
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()?;
            runtime.block_on(run(&format!("drop database if exists {name} with (force)")))
        });
        if !matches!(dropped.join(), Ok(Ok(()))) {
            tracing::warn!("a test's database could not be dropped");
        }
    }
}

async fn create(template: &str) -> TestDatabase {
    let name = format!("tierline_test_{}", Uuid::now_v7().simple());
    run(&format!("create database {name} {template}"))
        .await
        .expect("a new database");
    let pool = PgPoolOptions::new()
        .max_connections(10)
        .connect_with(server_options().database(&name))
        .await
        .expect("a connection to the new database");
    TestDatabase { pool, name }
}

async fn run(statement: &str) -> Result<(), sqlx::Error> {
    let mut connection = PgConnection::connect_with(&server_options()).await?;
    sqlx::raw_sql(AssertSqlSafe(statement))
        .execute(&mut connection)
        .await?;
    connection.close().await
}
