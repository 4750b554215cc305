//! Features of a demo only.

pub mod api;
mod bar;
pub mod model;
#[cfg(feature = "ssr")]
pub mod portal;
pub mod told;
pub mod words;

pub(crate) use bar::DemoBar;
