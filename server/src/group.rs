//! A partner's groups of customers, and what is narrowed to them.

pub(crate) mod command;
mod portal;
pub(crate) mod query;
pub(crate) mod store;
#[cfg(test)]
mod tests;
