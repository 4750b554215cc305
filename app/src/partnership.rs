//! Partnerships of providers and resellers.

pub mod api;
pub mod model;
pub mod page;
pub mod words;
