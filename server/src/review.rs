//! The operator's cases of enrollments.

pub(crate) mod command;
mod facts;
mod portal;
pub(crate) mod query;
pub(crate) mod store;
#[cfg(test)]
mod tests;
