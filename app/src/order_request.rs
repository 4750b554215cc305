//! Resellers' requests for orders.

pub mod api;
pub mod list;
pub mod model;
pub(crate) mod page;
#[cfg(feature = "ssr")]
pub mod portal;
pub(crate) mod routes;
mod state;
pub mod told;
pub(crate) mod words;
