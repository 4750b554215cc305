//! The organizations of the program, for its operator.

pub mod api;
pub mod list;
pub mod model;
pub mod page;
#[cfg(feature = "ssr")]
pub mod portal;
pub(crate) mod routes;
pub mod state;
pub mod told;
pub mod words;
