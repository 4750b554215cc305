//! The activity log: what happened, told in words.

pub mod model;
pub mod page;
pub mod words;
