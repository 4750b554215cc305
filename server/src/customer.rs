//! Customers and their creation.

pub(crate) mod command;
pub(crate) mod follow;
mod portal;
pub(crate) mod query;
mod setup;
pub(crate) mod store;
#[cfg(test)]
mod tests;
