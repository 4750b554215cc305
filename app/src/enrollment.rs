//! Enrollments: how a company becomes a partner.

pub mod api;
pub mod model;
#[cfg(feature = "ssr")]
pub mod portal;
pub mod told;
pub mod words;
