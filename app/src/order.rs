//! Orders for customers.

pub mod api;
pub mod page;
pub mod words;
