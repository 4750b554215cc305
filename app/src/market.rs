//! The program's markets: the own region, its countries, and the currencies in which customers there pay.

pub mod list;
pub mod model;
pub mod page;
pub(crate) mod routes;
pub mod words;
