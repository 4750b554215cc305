//! Licenses in the hands of a customer's users: for the customer, its partners, and whoever holds one.

pub mod api;
pub mod list;
pub mod model;
pub mod page;
#[cfg(feature = "ssr")]
pub mod portal;
pub(crate) mod routes;
pub mod told;
pub mod words;
