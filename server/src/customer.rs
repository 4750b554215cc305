//! Customers and their creation.

pub(crate) mod command;
pub(crate) mod query;
pub(crate) mod store;
#[cfg(test)]
mod tests;
