//! Reseller relationships: customers' grants to partners.

pub(crate) mod co_serving;
pub(crate) mod command;
pub(crate) mod follow;
mod portal;
pub(crate) mod query;
mod reach;
pub(crate) mod store;
#[cfg(test)]
mod tests;

pub(crate) use co_serving::refresh_shared;
pub(crate) use reach::reach;
