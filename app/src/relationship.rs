//! Reseller relationships as the customer sees them: the partners that can act for it.

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
