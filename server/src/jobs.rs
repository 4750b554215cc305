//! What happens after the answer: mails, and work that comes round periodically.
//!
//! Jobs lie in Postgres (`graphile_worker`), added in the transaction that wants them. Any number of servers
//! work on them; a job of a server that died is taken up by another within a few minutes.

pub(crate) mod expiry;

mod periodic;
mod registry;
mod worker;

pub use periodic::{Periodic, PeriodicError};
pub use registry::periodic;
pub use worker::{Jobs, JobsError};

#[cfg(test)]
mod tests;
