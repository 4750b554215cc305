//! The overview: the items that wait for the caller or for others.

pub mod api;
pub mod model;
pub mod page;
#[cfg(feature = "ssr")]
pub mod portal;
pub(crate) mod routes;
pub mod words;
