//! **Settings**: what a person can set, each with its state. It puts areas together, and none of them uses it.

pub mod api;
pub mod model;
pub mod page;
#[cfg(feature = "ssr")]
pub mod portal;
pub(crate) mod routes;
pub mod words;
