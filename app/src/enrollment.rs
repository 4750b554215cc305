//! Enrollments: how a company becomes a partner.

pub mod api;
pub mod model;
pub mod page;
#[cfg(feature = "ssr")]
pub mod portal;
pub(crate) mod routes;
mod state;
pub mod told;
pub mod words;
