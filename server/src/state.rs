//! The state shared by all requests and jobs.

use std::sync::Arc;

use sqlx::PgPool;
use tokio::sync::Semaphore;

use crate::{clock::Clock, config::Config, web::limit::Limits};

/// The server's shared parts. Cheap to clone; holds nothing that another server on the same database would need.
#[derive(Clone, Debug)]
pub struct AppState {
    pub pool: PgPool,
    pub clock: Clock,
    pub config: Arc<Config>,
    /// Files that are sent at a time: each keeps a connection as long as it is fetched, and pages need the others.
    pub files: Arc<Semaphore>,
    /// How often one may try to sign in, and the like.
    pub(crate) limits: Arc<Limits>,
}

impl AppState {
    #[must_use]
    pub fn new(pool: PgPool, clock: Clock, config: Arc<Config>) -> Self {
        Self {
            pool,
            clock,
            files: Arc::new(Semaphore::new(files_at_a_time(config.pool_size))),
            limits: Arc::new(Limits::default()),
            config,
        }
    }
}

fn files_at_a_time(pool_size: u32) -> usize {
    usize::try_from(pool_size / 4).unwrap_or(1).max(1)
}
