//! Features of a demo only.

pub mod api;
mod bar;
#[cfg(feature = "ssr")]
pub mod portal;
pub mod told;
mod words;

pub(crate) use bar::DemoBar;
