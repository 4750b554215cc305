//! Features of a demo only.

pub mod api;
#[cfg(feature = "ssr")]
pub mod portal;
