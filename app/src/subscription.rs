//! Subscriptions of a customer.

pub mod api;
pub mod model;
pub(crate) mod page;
mod state;
pub mod told;
pub mod words;
