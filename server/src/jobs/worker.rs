use std::time::Duration;

use graphile_worker::{WorkerOptions, WorkerRecoveryConfig};
use tokio::task::JoinSet;

use super::Periodic;
use crate::{database::JOB_SCHEMA, shutdown::Shutdown, state::AppState};

/// The most jobs that this server does at once.
const CONCURRENCY: usize = 4;

/// The time for jobs in hand to finish when the server stops; after that, another server takes them over.
const GRACE: Duration = Duration::from_secs(20);

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
        let mut ended = shutdown.clone();
        tasks.spawn(async move {
            // A worker that fails (the database was away) starts again: nothing else would send this server's mails.
            loop {
                match worker.run().await {
                    Ok(()) => return,
                    Err(error) if ended.is_requested() => {
                        tracing::warn!(%error, "the job worker ended badly");
                        return;
                    }
                    Err(error) => {
                        tracing::error!(%error, "the job worker broke off; starting it again")
                    }
                }
                tokio::select! {
                    () = ended.requested() => return,
                    () = tokio::time::sleep(Duration::from_secs(2)) => {}
                }
            }
        });
        for job in periodic {
            tasks.spawn(job.repeat(state.clone(), shutdown.clone()));
        }
        tasks.spawn(
            state
                .clock
                .clone()
                .follow(state.pool.clone(), shutdown.clone()),
        );
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

/// The pace at which other servers take over the jobs of a dead one.
fn recovery() -> WorkerRecoveryConfig {
    WorkerRecoveryConfig::default()
        .heartbeat_interval(Duration::from_secs(10))
        .sweep_interval(Duration::from_secs(20))
        .sweep_threshold(Duration::from_secs(60))
        .recovery_delay(Duration::from_secs(1))
}
