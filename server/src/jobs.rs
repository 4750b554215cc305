//! Work after the answer: mails, and periodic jobs.
//!
//! Jobs are stored in Postgres (`graphile_worker`), added in the transaction that causes them. Any number of servers
//! work on them; if a server dies, another takes over its jobs within a few minutes.

mod periodic;
mod registry;
mod send_mail;
mod worker;

pub use periodic::{Periodic, PeriodicError};
pub use registry::periodic;
pub(crate) use send_mail::add_send_mails;
pub use worker::{Jobs, JobsError};

#[cfg(test)]
mod tests;
