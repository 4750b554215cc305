//! Organizations.

pub(crate) mod cli;
pub(crate) mod command;
pub(crate) mod query;
pub(crate) mod store;
