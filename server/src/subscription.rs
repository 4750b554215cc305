//! Subscriptions.

pub(crate) mod store;
