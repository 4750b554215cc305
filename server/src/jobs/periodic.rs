use std::fmt;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt as _;
use sqlx::{Connection as _, postgres::types::PgInterval};

use crate::{fault, metrics, shutdown::Shutdown, state::AppState};

/// An error of a periodic job: logged, and the job tried again next time.
pub type PeriodicError = Box<dyn std::error::Error + Send + Sync>;

type Run = dyn Fn(AppState) -> Pin<Box<dyn Future<Output = Result<u64, PeriodicError>> + Send>>
    + Send
    + Sync;

/// Recurring work, such as expiring and purging. It is done once per period, by however many servers.
#[derive(Clone)]
pub struct Periodic {
    name: &'static str,
    every: Duration,
    run: Arc<Run>,
}

impl Periodic {
    /// A job with a stable name. `run` returns the number of items done.
    pub fn new<F, R, E>(name: &'static str, every: Duration, run: F) -> Self
    where
        F: Fn(AppState) -> R + Send + Sync + 'static,
        R: Future<Output = Result<u64, E>> + Send + 'static,
        E: Into<PeriodicError>,
    {
        let run = Arc::new(run);
        let run = move |state: AppState| {
            let running = run(state);
            Box::pin(async move { running.await.map_err(Into::into) })
                as Pin<Box<dyn Future<Output = _> + Send>>
        };
        Self {
            name,
            every,
            run: Arc::new(run),
        }
    }

    /// Runs the job each time its period is over, until shutdown. A run that has begun is finished.
    pub(super) async fn repeat(self, state: AppState, mut shutdown: Shutdown) {
        loop {
            let run = self.run_if_due(&state).await;
            if !matches!(run, Ok(None)) {
                metrics::periodic_job(self.name, run.is_err());
            }
            match run {
                Ok(Some(0) | None) => {}
                Ok(Some(dealt_with)) => {
                    tracing::info!(job = self.name, dealt_with, "periodic job done")
                }
                Err(error) => tracing::error!(job = self.name, %error, "periodic job failed"),
            }
            tokio::select! {
                () = shutdown.requested() => return,
                () = tokio::time::sleep(self.every) => {}
            }
        }
    }

    /// Runs the job unless another server is running it or has begun it within the period. Returns the number of items
    /// done.
    pub(super) async fn run_if_due(&self, state: &AppState) -> Result<Option<u64>, PeriodicError> {
        // On a connection that is closed at the end: if this server dies, the lock dies with it.
        let mut connection = state.pool.acquire().await?.detach();
        let ours = self.claim(&mut connection).await?;
        let outcome = if ours {
            Some(self.run_now(state.clone()).await)
        } else {
            None
        };
        // Postgres may notice the closed connection late: the next server would find the lock still held.
        sqlx::query("select pg_advisory_unlock_all()")
            .execute(&mut connection)
            .await?;
        connection.close().await?;
        outcome.transpose()
    }

    /// A panic is an error as any other: it is reported, the lock is freed, and the job is tried again.
    async fn run_now(&self, state: AppState) -> Result<u64, PeriodicError> {
        let run = async { (self.run)(state).await };
        AssertUnwindSafe(run)
            .catch_unwind()
            .await
            .unwrap_or_else(|panic| Err(format!("a panic: {}", fault::words_of(&*panic)).into()))
    }

    async fn claim(&self, connection: &mut sqlx::PgConnection) -> Result<bool, sqlx::Error> {
        let free: bool = sqlx::query_scalar(
            "select pg_try_advisory_lock(hashtext('periodic_job'), hashtext($1))",
        )
        .bind(self.name)
        .fetch_one(&mut *connection)
        .await?;
        if !free {
            return Ok(false);
        }
        // By the database's clock, which all servers share. A tenth of slack, because timers are not exact.
        let period = PgInterval {
            months: 0,
            days: 0,
            microseconds: microseconds(self.every.mul_f32(0.9)),
        };
        let claimed = sqlx::query!(
            "insert into periodic_job (name, last_begun_at) values ($1, now())
             on conflict (name) do update set last_begun_at = now()
                 where periodic_job.last_begun_at <= now() - $2::interval",
            self.name,
            period,
        )
        .execute(connection)
        .await?;
        Ok(claimed.rows_affected() == 1)
    }
}

fn microseconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)
}

impl fmt::Debug for Periodic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Periodic")
            .field("name", &self.name)
            .field("every", &self.every)
            .finish_non_exhaustive()
    }
}
