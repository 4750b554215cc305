//! The catalog of products that can be ordered.

pub mod api;
pub mod list;
pub mod model;
pub mod page;
pub(crate) mod picker;
#[cfg(feature = "ssr")]
pub mod portal;
pub(crate) mod routes;
mod state;
pub mod told;
pub mod words;

pub(crate) use picker::{
    Catalog, ChosenLines, PlanFilter, Price, Total, TypedQuantities, currency, in_currency, paid,
};
