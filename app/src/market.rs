//! The program's markets: the own region, its countries, and the currencies in which customers there pay.

pub mod api;
pub mod list;
pub mod model;
pub mod page;
#[cfg(feature = "ssr")]
pub mod portal;
pub(crate) mod routes;
pub mod words;
