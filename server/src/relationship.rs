//! Reseller relationships: customers' grants to partners.

mod about;
pub(crate) mod co_serving;
pub(crate) mod command;
mod facts;
pub(crate) mod follow;
pub(crate) mod query;
mod reach;
pub(crate) mod store;
#[cfg(test)]
mod tests;

pub(crate) use about::About;
pub(crate) use co_serving::{refresh_shared, refresh_some};
pub(crate) use facts::Facts;
pub(crate) use reach::reach;
