//! Resellers' requests for orders.

mod asking;
pub(crate) mod command;
mod facts;
pub(crate) mod follow;
mod portal;
pub(crate) mod query;
pub(crate) mod store;
#[cfg(test)]
mod tests;
