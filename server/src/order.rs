//! Orders.

pub(crate) mod command;
pub(crate) mod follow;
mod known;
mod portal;
pub(crate) mod query;
pub(crate) mod store;
#[cfg(test)]
mod tests;
