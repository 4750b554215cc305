//! The one source of the present time.
//!
//! Rules take the time as an argument; their callers get it from a [`Clock`]. It is the system's clock, in the demo
//! world that clock moved forward (to see things expire), and in tests a time set by the test.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicI64, Ordering},
};
use std::time::Duration;

use chrono::{DateTime, SubsecRound as _, TimeDelta, Utc};
use sqlx::PgPool;

use crate::{config::Config, shutdown::Shutdown};

/// The limit to which the demo clock may be moved in all: far enough for every deadline, near enough for every
/// calendar.
const FURTHEST_OFFSET: TimeDelta = TimeDelta::days(10 * 366);

/// The time that another server may take to notice a move of the demo clock.
const FOLLOW_EVERY: Duration = Duration::from_secs(1);

/// Tells the time. Clones share one state.
#[derive(Clone, Debug)]
pub struct Clock(Arc<Source>);

#[derive(Debug)]
enum Source {
    System,
    Demo { offset_seconds: AtomicI64 },
    Manual(Mutex<DateTime<Utc>>),
}

/// Errors in moving the clock.
#[derive(Debug, thiserror::Error)]
pub enum ClockError {
    #[error("only the clock of the demo world can be moved")]
    NotMovable,
    #[error("the clock can only be moved forward, and not by more than ten years in all")]
    OutOfRange,
    #[error("the clock's offset could not be stored")]
    Database(#[from] sqlx::Error),
}

impl Clock {
    /// The system's clock.
    #[must_use]
    pub fn system() -> Self {
        Self(Arc::new(Source::System))
    }

    /// The clock for a server with this configuration.
    pub async fn of(config: &Config, pool: &PgPool) -> Result<Self, ClockError> {
        if config.demo {
            Self::demo(pool).await
        } else {
            Ok(Self::system())
        }
    }

    /// The system's clock, ahead by the offset stored in the database.
    pub async fn demo(pool: &PgPool) -> Result<Self, ClockError> {
        let clock = Self(Arc::new(Source::Demo {
            offset_seconds: AtomicI64::new(0),
        }));
        clock.reload(pool).await?;
        Ok(clock)
    }

    /// A clock that stands still until it is set: for tests.
    #[must_use]
    pub fn manual(at: DateTime<Utc>) -> Self {
        Self(Arc::new(Source::Manual(Mutex::new(at.trunc_subsecs(6)))))
    }

    /// The present moment, truncated to the microsecond, the precision of Postgres.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        match &*self.0 {
            Source::System => system_now(),
            Source::Demo { offset_seconds } => {
                system_now() + TimeDelta::seconds(offset_seconds.load(Ordering::Relaxed))
            }
            Source::Manual(at) => *at.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// The offset of a demo clock from the system's; zero for every other clock.
    #[must_use]
    pub fn offset(&self) -> TimeDelta {
        match &*self.0 {
            Source::Demo { offset_seconds } => {
                TimeDelta::seconds(offset_seconds.load(Ordering::Relaxed))
            }
            Source::System | Source::Manual(_) => TimeDelta::zero(),
        }
    }

    /// The real time, without a demo clock's offset: authenticator apps go by it.
    #[must_use]
    pub fn of_the_world(&self) -> DateTime<Utc> {
        self.now() - self.offset()
    }

    /// Whether a user can move this clock.
    #[must_use]
    pub fn is_demo(&self) -> bool {
        matches!(&*self.0, Source::Demo { .. })
    }

    /// Moves a demo clock forward for every server on this database, and returns the new time.
    pub async fn move_forward(
        &self,
        pool: &PgPool,
        by: TimeDelta,
    ) -> Result<DateTime<Utc>, ClockError> {
        let Source::Demo { offset_seconds } = &*self.0 else {
            return Err(ClockError::NotMovable);
        };
        if by < TimeDelta::zero() || by > FURTHEST_OFFSET {
            return Err(ClockError::OutOfRange);
        }
        let moved = sqlx::query_scalar!(
            "insert into demo_clock (offset_seconds) values ($1)
             on conflict (singleton) do update set offset_seconds = demo_clock.offset_seconds + $1
                 where demo_clock.offset_seconds + $1 <= $2
             returning offset_seconds",
            by.num_seconds(),
            FURTHEST_OFFSET.num_seconds(),
        )
        .fetch_optional(pool)
        .await?
        .ok_or(ClockError::OutOfRange)?;
        offset_seconds.store(moved, Ordering::Relaxed);
        Ok(self.now())
    }

    /// Reloads the offset of a demo clock, which another server may have moved.
    pub async fn reload(&self, pool: &PgPool) -> Result<(), ClockError> {
        if let Source::Demo { offset_seconds } = &*self.0 {
            let stored = sqlx::query_scalar!("select offset_seconds from demo_clock")
                .fetch_optional(pool)
                .await?;
            offset_seconds.store(stored.unwrap_or(0), Ordering::Relaxed);
        }
        Ok(())
    }

    /// Keeps a demo clock in step with the other servers on this database until shutdown.
    pub async fn follow(self, pool: PgPool, mut shutdown: Shutdown) {
        if !self.is_demo() {
            return;
        }
        loop {
            tokio::select! {
                () = shutdown.requested() => return,
                () = tokio::time::sleep(FOLLOW_EVERY) => {}
            }
            if let Err(error) = self.reload(&pool).await {
                tracing::debug!(
                    error = &error as &dyn std::error::Error,
                    "the demo clock's offset could not be read"
                );
            }
        }
    }

    /// Sets a manual clock; no other can be set.
    pub fn set(&self, to: DateTime<Utc>) -> Result<(), ClockError> {
        let Source::Manual(at) = &*self.0 else {
            return Err(ClockError::NotMovable);
        };
        *at.lock().unwrap_or_else(PoisonError::into_inner) = to.trunc_subsecs(6);
        Ok(())
    }

    /// Moves a manual clock; no other can be moved without a database.
    pub fn advance(&self, by: TimeDelta) -> Result<(), ClockError> {
        self.set(self.now() + by)
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the clock that everything else asks"
)]
fn system_now() -> DateTime<Utc> {
    Utc::now().trunc_subsecs(6)
}

#[cfg(test)]
mod tests;
