//! The activity log, told in words.

#[cfg(feature = "ssr")]
pub mod portal;
pub mod words;
