//! Subscriptions.

pub(crate) mod query;
pub(crate) mod store;
#[cfg(test)]
mod tests;
