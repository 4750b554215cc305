//! The activity log, told in words.

pub mod words;
