//! The overview: what waits for whom.

pub mod api;
pub mod model;
pub mod page;
pub mod words;
