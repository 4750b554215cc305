//! Files that the operator imports: chosen, looked at, and applied or discarded. What kinds there are, and what the
//! pages around them say, is their areas'.

pub mod api;
pub mod list;
pub mod model;
pub mod page;
#[cfg(feature = "ssr")]
pub mod portal;
pub(crate) mod routes;
mod start;
mod state;
#[cfg(all(test, feature = "ssr"))]
mod tests;
pub mod told;
pub mod words;

pub(crate) use start::StartImport;
