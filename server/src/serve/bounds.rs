//! What clients may take of the server.

use std::time::Duration;

use crate::config::Config;

/// The time for the head of a request to arrive.
const HEAD: Duration = Duration::from_secs(15);

/// The time for a client to take some of its answer.
const WRITE: Duration = Duration::from_secs(60);

/// The time for requests in hand to finish when the server stops.
const DRAIN: Duration = Duration::from_secs(30);

/// What clients may take of the server.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// Connections at once.
    pub(super) connections: usize,
    /// The time for the head of a request.
    pub(super) head: Duration,
    /// The time for a client to take some of its answer.
    pub(super) write: Duration,
    /// The time for requests in hand when the server stops.
    pub(super) drain: Duration,
}

impl Bounds {
    pub(super) fn of(config: &Config) -> Self {
        Self {
            connections: config.connections,
            head: HEAD,
            write: WRITE,
            drain: DRAIN,
        }
    }
}
