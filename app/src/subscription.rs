//! Subscriptions of a customer.

pub(crate) mod page;
