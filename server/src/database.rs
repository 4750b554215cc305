//! The connection to Postgres and its schema.

mod bounds;
mod open;
mod rights;

use std::time::Duration;

use graphile_worker::WorkerUtils;
use sqlx::{
    Connection as _, PgConnection, PgPool,
    migrate::{MigrateError, Migrator},
    postgres::{PgConnectOptions, PgPoolOptions},
};

pub use open::{Database, OpenError};
pub use rights::MissingRights;

pub(crate) use bounds::lift;

use crate::config::Timeouts;

/// The project's migrations, compiled in.
pub static MIGRATIONS: Migrator = sqlx::migrate!();

/// The schema of the job queue.
pub const JOB_SCHEMA: &str = "graphile_worker";

/// Held while migrating, so that servers started together do it one after the other.
const MIGRATION_LOCK: i64 = 0x7469_6572_6c69_6e65;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(30);
const RETRY_EVERY: Duration = Duration::from_millis(500);

/// Errors that leave no usable database.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    #[error("can't reach the database: {0}")]
    Unreachable(#[source] sqlx::Error),
    #[error("the database refuses the connection: {0}")]
    Refused(#[source] sqlx::Error),
    #[error(transparent)]
    Rights(#[from] MissingRights),
    #[error("can't bring the database schema up to date: {0}")]
    Migrate(#[from] MigrateError),
    #[error("can't bring the job queue's schema up to date: {0}")]
    MigrateJobs(String),
    #[error("the database failed: {0}")]
    Query(#[from] sqlx::Error),
}

/// Connects, waiting a while for a database that is missing or still starting.
pub async fn connect(
    options: PgConnectOptions,
    pool_size: u32,
    timeouts: Timeouts,
) -> Result<PgPool, DatabaseError> {
    let options = options.application_name("tierline");
    wait_until_reachable(&options).await?;
    bounds::set(PgPoolOptions::new(), timeouts)
        .max_connections(pool_size)
        .acquire_timeout(Duration::from_secs(10))
        .connect_with(options)
        .await
        .map_err(DatabaseError::Unreachable)
}

async fn wait_until_reachable(options: &PgConnectOptions) -> Result<(), DatabaseError> {
    let deadline = tokio::time::Instant::now() + CONNECT_TIMEOUT;
    let mut told = false;
    loop {
        let error = match tokio::time::timeout(CONNECT_TIMEOUT, PgConnection::connect_with(options))
            .await
        {
            Ok(Ok(connection)) => return Ok(connection.close().await?),
            Ok(Err(error)) => error,
            Err(_) => sqlx::Error::PoolTimedOut,
        };
        if !passes_with_time(&error) {
            return Err(DatabaseError::Refused(error));
        }
        if tokio::time::Instant::now() >= deadline {
            return Err(DatabaseError::Unreachable(error));
        }
        if !told {
            tracing::info!(%error, "waiting for the database, {} s at most", CONNECT_TIMEOUT.as_secs());
            told = true;
        }
        tokio::time::sleep(RETRY_EVERY).await;
    }
}

/// A wrong password stays wrong; a server that is starting, full or being replaced will soon accept connections.
fn passes_with_time(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut => true,
        // 57P03: cannot connect now (starting up); 53300: too many connections.
        sqlx::Error::Database(error) => matches!(error.code().as_deref(), Some("57P03" | "53300")),
        _ => false,
    }
}

/// Migrates the schema to the current version: ours, then the job queue's. Safe to run from several servers at once.
pub async fn migrate(pool: &PgPool) -> Result<(), DatabaseError> {
    // A connection of its own, closed afterwards: the lock cannot outlive it, whatever happens in between.
    let mut connection = pool.acquire().await?.detach();
    lift(&mut connection).await?;
    sqlx::query("select pg_advisory_lock($1)")
        .bind(MIGRATION_LOCK)
        .execute(&mut connection)
        .await?;
    let migrated = migrate_both(&mut connection, pool).await;
    connection.close().await?;
    migrated
}

async fn migrate_both(connection: &mut PgConnection, pool: &PgPool) -> Result<(), DatabaseError> {
    rights::check(connection).await?;
    // Not `run`: its future cannot be sent to another thread.
    MIGRATIONS.run_direct(None, connection, false).await?;
    WorkerUtils::new(pool.clone(), JOB_SCHEMA)
        .migrate()
        .await
        .map_err(|error| DatabaseError::MigrateJobs(error.to_string()))?;
    if begin_era(connection).await? {
        tracing::info!(
            "this database has come from another cluster: a new era of the activity log begins"
        );
    }
    Ok(())
}

/// Begins a new era of the activity log if this database was moved into another cluster, whose transactions have lower
/// numbers. Called before the server writes anything.
pub(crate) async fn begin_era(connection: &mut PgConnection) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(r#"select event_era_begin() as "begun!""#)
        .fetch_one(connection)
        .await
}

/// The number of compiled-in migrations that the database lacks.
pub async fn pending_migrations(pool: &PgPool) -> Result<usize, sqlx::Error> {
    let applied: Vec<i64> =
        sqlx::query_scalar("select version from _sqlx_migrations where success")
            .fetch_all(pool)
            .await?;
    Ok(MIGRATIONS
        .iter()
        .filter(|migration| !applied.contains(&migration.version))
        .count())
}

#[cfg(test)]
mod tests;
