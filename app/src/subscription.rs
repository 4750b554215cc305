//! Subscriptions of a customer, for their whole life.

pub mod api;
pub mod list;
pub mod model;
pub(crate) mod page;
#[cfg(feature = "ssr")]
pub mod portal;
pub(crate) mod routes;
mod state;
pub mod told;
pub mod words;
