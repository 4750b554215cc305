//! Orders for customers.

pub mod api;
pub mod page;
#[cfg(feature = "ssr")]
pub mod portal;
pub(crate) mod routes;
pub mod told;
pub mod words;
