//! Members of the MPN registry, and the association of an MPN ID with a tenant.

pub mod api;
pub mod list;
pub mod model;
pub mod page;
#[cfg(feature = "ssr")]
pub mod portal;
pub(crate) mod routes;
mod state;
#[cfg(all(test, feature = "ssr"))]
mod tests;
pub mod told;
pub mod words;
