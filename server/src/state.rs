//! The state shared by all requests and jobs.

use std::sync::Arc;

use sqlx::PgPool;

use crate::{clock::Clock, config::Config};

/// The server's shared parts. Cheap to clone; holds nothing that another server on the same database would need.
#[derive(Clone, Debug)]
pub struct AppState {
    pub pool: PgPool,
    pub clock: Clock,
    pub config: Arc<Config>,
}

impl AppState {
    #[must_use]
    pub fn new(pool: PgPool, clock: Clock, config: Arc<Config>) -> Self {
        Self {
            pool,
            clock,
            config,
        }
    }
}
