//! Orders for customers.

pub mod api;
pub mod list;
pub mod model;
pub mod page;
#[cfg(feature = "ssr")]
pub mod portal;
pub(crate) mod routes;
mod state;
pub mod told;
pub mod words;
