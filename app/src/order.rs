//! Orders for customers.

pub mod api;
pub mod page;
#[cfg(feature = "ssr")]
pub mod portal;
pub mod words;
