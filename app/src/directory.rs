//! The directory of indirect providers: **Find a provider** for everybody, a provider's own listing with its proposals,
//! the operator's decisions, and **Ask to partner**.

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
