//! The activity log: what happened, told in words.

pub mod api;
pub mod model;
pub mod page;
#[cfg(feature = "ssr")]
pub mod portal;
pub mod words;
