//! Work after the answer: mails, and periodic jobs.
//!
//! Jobs are stored in Postgres (`graphile_worker`), added in the transaction that causes them. Any number of servers
//! work on them; if a server dies, another takes over its jobs within a few minutes.

pub(crate) mod expiry;

mod periodic;
mod registry;
mod worker;

pub use periodic::{Periodic, PeriodicError};
pub use registry::periodic;
pub use worker::{Jobs, JobsError};

#[cfg(test)]
mod tests;
