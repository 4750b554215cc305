//! `tierline demo`: the demo world without the server, and many customers in it for measuring.

use std::sync::Arc;

use sqlx::PgPool;
use tokio::time::Instant;

use super::{DemoError, Seeded};
use crate::{
    clock::{Clock, ClockError},
    config::Config,
    database::{Database, OpenError},
    shutdown,
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
    #[error("stopped by {0}; what was finished stays, and the same command goes on from there")]
    Stopped(&'static str),
    #[error("signals cannot be heard: {0}")]
    Signals(#[from] std::io::Error),
}

/// Creates the demo world if it is missing, and fills in customers up to this number.
///
/// # Errors
/// When the database cannot be opened or holds other organizations, or a signal stopped the work.
pub async fn run(config: Config, customers: u64) -> Result<(), DemoCommandError> {
    let database = Database::open(&config).await?;
    database
        .using(async |database| {
            let work = in_database(config, &database.pool, customers);
            unless_stopped(work, shutdown::signal()).await
        })
        .await
}

/// Does the work, or gives it up when the operating system asks this process to end: the open transaction is undone,
/// and the private database is closed as after any other end.
async fn unless_stopped(
    work: impl Future<Output = Result<(), DemoCommandError>>,
    signal: impl Future<Output = std::io::Result<&'static str>>,
) -> Result<(), DemoCommandError> {
    tokio::select! {
        biased;
        signal = signal => Err(DemoCommandError::Stopped(signal?)),
        done = work => done,
    }
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

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use super::*;

    #[tokio::test]
    async fn a_signal_stops_the_work() {
        let stopped = unless_stopped(pending(), ready(Ok("SIGTERM"))).await;
        assert!(matches!(stopped, Err(DemoCommandError::Stopped("SIGTERM"))));
        assert!(unless_stopped(ready(Ok(())), pending()).await.is_ok());
    }
}
