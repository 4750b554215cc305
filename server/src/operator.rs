//! The organizations of the program, for its operator.

pub(crate) mod command;
mod facts;
pub(crate) mod follow;
mod portal;
pub(crate) mod query;
mod store;
#[cfg(test)]
mod tests;
