//! Agreements: the texts that the operator publishes, and their signatures.

pub(crate) mod cli;
pub(crate) mod command;
mod facts;
pub(crate) mod follow;
mod portal;
pub(crate) mod query;
mod receipt;
pub(crate) mod store;
#[cfg(test)]
mod tests;

pub(crate) use receipt::receipt;
