//! Orders for customers.

pub mod api;
pub mod model;
pub mod page;
#[cfg(feature = "ssr")]
pub mod portal;
pub(crate) mod routes;
pub mod told;
pub mod words;
