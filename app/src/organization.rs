//! Organizations in the program, and what the own one requires of its users.

pub mod api;
pub mod model;
pub mod page;
#[cfg(feature = "ssr")]
pub mod portal;
pub(crate) mod routes;
pub mod told;
pub mod words;
