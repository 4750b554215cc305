//! The registry of members with their MPN IDs, and the association of one with a tenant.

pub(crate) mod cli;
pub(crate) mod command;
pub(crate) mod follow;
mod parse;
mod portal;
pub(crate) mod query;
pub(crate) mod store;
#[cfg(test)]
mod tests;
