//! What only a demo can do.

pub mod api;
#[cfg(feature = "ssr")]
pub mod portal;
