//! The activity log: events told in words.

pub mod model;
pub mod page;
pub mod words;
