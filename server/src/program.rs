//! Program settings, for the operator: limits, lifetimes, promises, quotas, retention and the calendar.

pub(crate) mod command;
mod portal;
pub(crate) mod query;
pub(crate) mod store;
#[cfg(test)]
mod tests;
