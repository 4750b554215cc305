//! Partnerships of providers and resellers.

pub(crate) mod command;
pub(crate) mod query;
pub(crate) mod store;
