//! Enrollments: how a company becomes a partner, from the first entry to the operator's decisions.

pub(crate) mod command;
mod facts;
pub(crate) mod follow;
mod portal;
pub(crate) mod query;
pub(crate) mod store;
#[cfg(test)]
mod tests;
