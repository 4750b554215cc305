//! Agreements, and their signatures.

pub mod api;
pub mod list;
pub mod model;
pub mod page;
#[cfg(feature = "ssr")]
pub mod portal;
pub(crate) mod routes;
pub mod text;
pub mod told;
pub mod words;
