//! Groups of customers: keeping them, putting customers into them, and narrowing users to them.

pub mod api;
pub mod model;
pub mod page;
#[cfg(feature = "ssr")]
pub mod portal;
pub(crate) mod routes;
#[cfg(all(test, feature = "ssr"))]
mod tests;
pub mod told;
pub mod words;
