//! The demo world: a program with fictional organizations in several regions, a catalog with made-up prices, and
//! some months of history.
//!
//! All its events come from the portal's own commands, run at the time of the story, so that history and state agree as
//! they do for real organizations.

mod agreement;
mod catalog;
pub mod command;
mod fill;
mod founding;
mod imports;
mod organizations;
mod papers;
pub(crate) mod past;
mod people;
mod portal;
mod program;
mod random;
mod registry;
mod stage;
mod story;
mod walk;

#[cfg(test)]
mod tests;

use sqlx::PgPool;
use tierline_app::error::PortalError;

pub use fill::{
    FILLED_BUYERS, FILLED_COMPANIES, FILLED_CROWD, FILLED_DOMAIN, fill, fill_program,
    fill_renewals, fill_subscriptions,
};
pub use people::PASSWORD;

use crate::{
    pipeline::{self, Principal},
    state::AppState,
    subscription::{command::CatchUp, store::Due},
};

/// Held while seeding, so that servers started together do it one after the other.
const SEED_LOCK: i64 = 0x7469_6572_6465_6d6f;

/// The result of seeding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seeded {
    /// The demo world was created.
    Now,
    /// It existed already.
    Before,
    /// The database holds organizations from outside the demo world; nothing was touched.
    NotEmpty,
}

/// Errors in making the demo world.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    #[error("`{step}` of the demo world was not done: {source}")]
    Step { step: String, source: PortalError },
    #[error("the demo world is not written as it must be: {0}")]
    Written(String),
    #[error("the password of the demo's users could not be hashed: {0}")]
    Password(#[from] crate::account::PasswordError),
    #[error("there are no partners to add customers for; add the demo world first")]
    NoPartners,
}

impl DemoError {
    fn written(error: impl std::fmt::Display) -> DemoError {
        DemoError::Written(error.to_string())
    }
}

/// The work accounts that the sign-in page offers, one for each role with something to see.
#[must_use]
pub fn accounts() -> Vec<String> {
    people::cards().map(people::Person::email).collect()
}

/// Creates the demo world in an empty database, once.
///
/// # Errors
/// When the database fails, or a command refuses a step of the story.
pub async fn seed(state: &AppState) -> Result<Seeded, DemoError> {
    // A connection of its own, closed afterwards: the lock cannot outlive it.
    let mut lock = state.pool.acquire().await?.detach();
    crate::database::lift(&mut lock).await?;
    sqlx::query("select pg_advisory_lock($1)")
        .bind(SEED_LOCK)
        .execute(&mut lock)
        .await?;
    let seeded = seed_locked(state).await;
    sqlx::Connection::close(lock).await?;
    seeded
}

/// Whether the demo world is in this database, in whole or in part.
pub async fn is_in(pool: &PgPool) -> Result<bool, DemoError> {
    Ok(
        sqlx::query_scalar!(r#"select exists (select from demo_world) as "exists!""#)
            .fetch_one(pool)
            .await?,
    )
}

async fn seed_locked(state: &AppState) -> Result<Seeded, DemoError> {
    let pool = &state.pool;
    let now = state.clock.now();
    match sqlx::query_scalar!("select finished_at is not null as \"finished!\" from demo_world")
        .fetch_optional(pool)
        .await?
    {
        Some(true) => return Ok(Seeded::Before),
        Some(false) => clear(pool).await?,
        None if sqlx::query_scalar!(r#"select exists (select from organization) as "exists!""#)
            .fetch_one(pool)
            .await? =>
        {
            return Ok(Seeded::NotEmpty);
        }
        None => {}
    }
    sqlx::query!("insert into demo_world (begun_at) values ($1)", now)
        .execute(pool)
        .await?;
    catalog::insert(pool).await?;
    let admin_of = |name: &str| people::first_of(name).map(people::Person::id);
    founding::insert(pool, admin_of, now).await?;
    people::insert(pool, now).await?;
    registry::insert(pool, now).await?;
    program::insert(pool, now).await?;
    imports::insert(pool, now).await?;
    story::tell(state, now).await?;
    up_to_date(state).await?;
    agreement::announce(pool, now).await?;
    sqlx::query!(
        "update demo_world set finished_at = $1, story_end = (select coalesce(max(id), 0) from event)",
        now
    )
    .execute(pool)
    .await?;
    Ok(Seeded::Now)
}

/// Records what time has brought to the story's subscriptions, so that nothing is due when a server starts.
async fn up_to_date(state: &AppState) -> Result<(), DemoError> {
    let step = CatchUp {
        due: Due::AllBut(Vec::new()),
        at_most: 100,
    };
    loop {
        let done = pipeline::run(state, Principal::Job, None, &step).await;
        let done = done.map_err(|source| DemoError::Step {
            step: "catch up".to_owned(),
            source,
        })?;
        if done == 0 {
            return Ok(());
        }
    }
}

/// Removes the remains of an interrupted seeding: everything, for the database was empty before it.
async fn clear(pool: &PgPool) -> Result<(), sqlx::Error> {
    tracing::warn!("the demo world was not finished; making it again");
    sqlx::raw_sql(
        "truncate organization, agreement, agreement_tally, app_user, product, mail, tally, request_outcome, demo_world
            cascade",
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// A server in the demo, for tests.
#[cfg(test)]
pub(crate) fn test_state(pool: &PgPool) -> AppState {
    AppState::new(
        pool.clone(),
        crate::testing::demo_clock(),
        std::sync::Arc::new(crate::testing::config(&["--demo"])),
    )
}

/// The portal for one of the demo's people, today, for tests.
#[cfg(test)]
pub(crate) fn portal_of(state: &AppState, name: &str) -> crate::web::RequestPortal {
    let stage = stage::Stage::new(state, state.clock.now()).unwrap();
    let mut portal = stage.acting(name, 0).unwrap().portal;
    portal.state = state.clone();
    portal
}

/// The portal for a visitor who is not signed in, for tests.
#[cfg(test)]
pub(crate) fn strangers_portal(state: &AppState) -> crate::web::RequestPortal {
    let stage = stage::Stage::new(state, state.clock.now()).unwrap();
    let mut portal = stage.stranger(0).unwrap();
    portal.state = state.clone();
    portal
}
