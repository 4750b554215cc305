//! Organizations.

pub(crate) mod cli;
pub(crate) mod command;
mod portal;
pub(crate) mod query;
pub(crate) mod store;
