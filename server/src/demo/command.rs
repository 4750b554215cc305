//! `tierline demo`: the demo world without the server, and many customers, organizations and subscriptions in it for
//! measuring.

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

/// How many are to be there for measuring, besides those of the demo world.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filled {
    /// Customers of its providers.
    pub customers: u64,
    /// Organizations of the program, with cases, listings and MPN IDs.
    pub organizations: u64,
    /// Subscriptions of further customers, with their histories and charges.
    pub subscriptions: u64,
    /// Such as a server renews as soon as it is started.
    pub renewals: u64,
}

/// Creates the demo world if it is missing, and fills in up to these numbers.
///
/// # Errors
/// When the database cannot be opened or holds other organizations, or a signal stopped the work.
pub async fn run(config: Config, filled: Filled) -> Result<(), DemoCommandError> {
    let database = Database::open(&config).await?;
    database
        .using(async |database| {
            let work = in_database(config, &database.pool, filled);
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
    filled: Filled,
) -> Result<(), DemoCommandError> {
    // Everything made here belongs to the demo, with or without the flag.
    let clock = Clock::demo(pool).await?;
    let state = AppState::new(pool.clone(), clock, Arc::new(config));
    match super::seed(&state).await? {
        Seeded::Now => println!("the demo world was added"),
        Seeded::Before => println!("the demo world is already there"),
        Seeded::NotEmpty => return Err(DemoCommandError::NotEmpty),
    }
    if filled.customers > 0 {
        let progress = Progress::of("customers", filled.customers);
        let added = super::fill(&state, filled.customers, |there| progress.tell(there)).await?;
        progress.end(added);
    }
    if filled.organizations > 0 {
        let progress = Progress::of("organizations", filled.organizations);
        let there = |there| progress.tell(there);
        let added = super::fill_program(&state, filled.organizations, there).await?;
        progress.end(added);
    }
    if filled.subscriptions > 0 {
        let progress = Progress::of("subscriptions", filled.subscriptions);
        let there = |there| progress.tell(there);
        let added = super::fill_subscriptions(&state, filled.subscriptions, there).await?;
        progress.end(added);
    }
    if filled.renewals > 0 {
        let progress = Progress::of("subscriptions to renew", filled.renewals);
        let there = |there| progress.tell(there);
        let added = super::fill_renewals(&state, filled.renewals, there).await?;
        progress.end(added);
    }
    Ok(())
}

/// Tells how far filling in has come.
struct Progress {
    what: &'static str,
    wanted: u64,
    begun: Instant,
}

impl Progress {
    fn of(what: &'static str, wanted: u64) -> Progress {
        let begun = Instant::now();
        Progress {
            what,
            wanted,
            begun,
        }
    }

    fn tell(&self, there: u64) {
        let (what, wanted) = (self.what, self.wanted);
        let seconds = self.begun.elapsed().as_secs();
        println!("{there} of {wanted} {what} after {seconds} s");
    }

    fn end(&self, added: u64) {
        let (what, seconds) = (self.what, self.begun.elapsed().as_secs_f64());
        println!("{added} {what} were added in {seconds:.1} s");
    }
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
