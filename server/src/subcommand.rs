//! The sub-commands that do something once and end.

use crate::{
    check::{self, Report},
    clock::{Clock, ClockError},
    config::Config,
    database::{self, Database, DatabaseError, OpenError},
    demo::{self, DemoError, Seeded},
    state::AppState,
};

/// Why a command did not do what it is there for.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Close(#[from] crate::cluster::ClusterError),
    #[error(transparent)]
    Migrate(#[from] DatabaseError),
    #[error(transparent)]
    Clock(#[from] ClockError),
    #[error(transparent)]
    Demo(#[from] DemoError),
    #[error("the check broke off: {0}")]
    Check(sqlx::Error),
}

/// Brings the schema up to date.
pub async fn migrate(config: &Config) -> Result<(), CommandError> {
    let database = Database::open(config).await?;
    let migrated = database::migrate(&database.pool).await;
    database.close().await?;
    Ok(migrated?)
}

/// Compares history and state.
pub async fn check(config: &Config) -> Result<Report, CommandError> {
    let database = Database::open(config).await?;
    let report = check::check(&database.pool).await.map_err(CommandError::Check);
    database.close().await?;
    report
}

/// Puts the demo world into an empty database, and fills in customers up to this number.
pub async fn demo(config: Config, customers: u64) -> Result<(Seeded, u64), CommandError> {
    let database = Database::open(&config).await?;
    let done = seed_and_fill(config, &database, customers).await;
    database.close().await?;
    done
}

async fn seed_and_fill(config: Config, database: &Database, customers: u64) -> Result<(Seeded, u64), CommandError> {
    database::migrate(&database.pool).await?;
    let clock = Clock::demo(&database.pool).await?;
    let state = AppState::new(database.pool.clone(), clock, std::sync::Arc::new(config));
    let seeded = demo::seed(&state).await?;
    let progress = |done| tracing::info!("{done} of {customers} customers");
    let added = if customers > 0 { demo::fill(&state, customers, progress).await? } else { 0 };
    Ok((seeded, added))
}
