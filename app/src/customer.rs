//! Customers: their list, their page, and the steps that create one.

pub mod api;
pub mod model;
pub mod page;
pub mod words;
