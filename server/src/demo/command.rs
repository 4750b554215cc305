//! `tierline demo`: the demo world without the server, and many customers in it for measuring.

use std::sync::Arc;

use sqlx::PgPool;
use tokio::time::Instant;

use super::{DemoError, Seeded};
use crate::{
    clock::{Clock, ClockError},
    config::Config,
    database::{Database, OpenError},
    state::AppState,
};

/// Errors of the command.
#[derive(Debug, thiserror::Error)]
pub enum DemoCommandError {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error("can't read the demo clock: {0}")]
    Clock(#[from] ClockError),
    #[error(transparent)]
    Demo(#[from] DemoError),
    #[error(
        "the database contains organizations that aren't part of the demo world; use an empty database"
    )]
    NotEmpty,
}

/// Creates the demo world if it is missing, and fills in customers up to this number.
///
/// # Errors
/// When the database cannot be opened or holds other organizations.
pub async fn run(config: Config, customers: u64) -> Result<(), DemoCommandError> {
    let database = Database::open(&config).await?;
    database
        .using(async |database| in_database(config, &database.pool, customers).await)
        .await
}

async fn in_database(
    config: Config,
    pool: &PgPool,
    customers: u64,
) -> Result<(), DemoCommandError> {
    // Everything made here belongs to the demo, with or without the flag.
    let clock = Clock::demo(pool).await?;
    let state = AppState::new(pool.clone(), clock, Arc::new(config));
    match super::seed(&state).await? {
        Seeded::Now => println!("the demo world was added"),
        Seeded::Before => println!("the demo world is already there"),
        Seeded::NotEmpty => return Err(DemoCommandError::NotEmpty),
    }
    if customers == 0 {
        return Ok(());
    }
    let begun = Instant::now();
    let added = super::fill(&state, customers, |there| {
        println!(
            "{there} of {customers} customers after {} s",
            begun.elapsed().as_secs()
        );
    })
    .await?;
    println!(
        "{added} customers were added in {:.1} s",
        begun.elapsed().as_secs_f64()
    );
    Ok(())
}
