use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt as _;
use graphile_worker::{WorkerOptions, WorkerRecoveryConfig};
use tokio::task::JoinSet;

use super::Periodic;
use crate::{database::JOB_SCHEMA, fault, shutdown::Shutdown, state::AppState};

/// The most jobs that this server does at once.
const CONCURRENCY: usize = 4;

/// The time for jobs in hand to finish when the server stops; after that, another server takes them over.
const GRACE: Duration = Duration::from_secs(20);

/// The pause before something that broke off is begun again.
const AGAIN_AFTER: Duration = Duration::from_secs(2);

/// The background tasks of this server.
#[derive(Debug)]
pub struct Jobs {
    tasks: JoinSet<()>,
}

/// Errors in starting the jobs.
#[derive(Debug, thiserror::Error)]
pub enum JobsError {
    #[error("the job worker cannot be started: {0}")]
    Worker(String),
}

impl Jobs {
    /// Starts the worker, with the jobs that it can do, and the periodic jobs. They stop when shutdown is requested;
    /// [`Jobs::finished`] waits for it.
    pub async fn start(
        state: &AppState,
        able: impl FnOnce(WorkerOptions) -> WorkerOptions,
        periodic: Vec<Periodic>,
        shutdown: &Shutdown,
    ) -> Result<Self, JobsError> {
        let mut tasks = JoinSet::new();
        let mut stop = shutdown.clone();
        let worker = able(WorkerOptions::default())
            .schema(JOB_SCHEMA)
            .pg_pool(state.pool.clone())
            .concurrency(CONCURRENCY)
            .worker_recovery(recovery())
            .listen_os_shutdown_signals(false)
            .shutdown_signal(async move { stop.requested().await })
            .shutdown_grace_period(GRACE)
            .shutdown_interrupted_job_retry_delay(Duration::from_secs(1))
            .init()
            .await
            .map_err(|error| JobsError::Worker(error.to_string()))?;
        let worker = Arc::new(worker);
        tasks.spawn(keep_going(
            "the job worker",
            AGAIN_AFTER,
            shutdown.clone(),
            move || {
                let worker = worker.clone();
                async move { worker.run().await.map_err(|error| error.to_string()) }
            },
        ));
        for job in periodic {
            tasks.spawn(job.repeat(state.clone(), shutdown.clone()));
        }
        let (clock, pool, until) = (state.clock.clone(), state.pool.clone(), shutdown.clone());
        tasks.spawn(keep_going(
            "the clock",
            AGAIN_AFTER,
            shutdown.clone(),
            move || {
                let following = clock.clone().follow(pool.clone(), until.clone());
                async move {
                    following.await;
                    Ok(())
                }
            },
        ));
        Ok(Self { tasks })
    }

    /// Completes when everything in hand is done after shutdown was requested.
    pub async fn finished(mut self) {
        while let Some(task) = self.tasks.join_next().await {
            if let Err(error) = task {
                tracing::error!(%error, "a background task broke off");
            }
        }
    }
}

/// Runs this until it has ended well or the server is to stop. After an error (the database was away) or a panic it is
/// begun again: nothing else would do this server's work.
async fn keep_going<R: Future<Output = Result<(), String>>>(
    what: &'static str,
    again_after: Duration,
    mut shutdown: Shutdown,
    run: impl Fn() -> R,
) {
    loop {
        let ended = AssertUnwindSafe(run())
            .catch_unwind()
            .await
            .unwrap_or_else(|panic| Err(format!("a panic: {}", fault::words_of(&*panic))));
        match ended {
            Ok(()) => return,
            Err(error) if shutdown.is_requested() => {
                tracing::warn!(error, "{what} ended badly");
                return;
            }
            Err(error) => tracing::error!(error, "{what} broke off; beginning it again"),
        }
        tokio::select! {
            () = shutdown.requested() => return,
            () = tokio::time::sleep(again_after) => {}
        }
    }
}

/// The pace at which other servers take over the jobs of a dead one.
fn recovery() -> WorkerRecoveryConfig {
    WorkerRecoveryConfig::default()
        .heartbeat_interval(Duration::from_secs(10))
        .sweep_interval(Duration::from_secs(20))
        .sweep_threshold(Duration::from_secs(60))
        .recovery_delay(Duration::from_secs(1))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;
    use crate::shutdown;

    #[tokio::test]
    async fn what_panics_or_fails_is_begun_again() {
        let (_trigger, shutdown) = shutdown::channel();
        let runs = AtomicU32::new(0);
        keep_going("it", Duration::ZERO, shutdown, || async {
            match runs.fetch_add(1, Ordering::SeqCst) {
                0 => panic!("by mistake"),
                1 => Err("no luck".to_owned()),
                _ => Ok(()),
            }
        })
        .await;
        assert_eq!(runs.load(Ordering::SeqCst), 3);
    }
}
