//! The operator's cases of enrollments.

mod alike;
pub(crate) mod command;
mod facts;
mod portal;
pub(crate) mod query;
pub(crate) mod store;
#[cfg(test)]
mod tests;
