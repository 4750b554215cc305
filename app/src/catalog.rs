//! The catalog of products that can be ordered.

pub mod api;
pub mod model;
pub(crate) mod picker;
#[cfg(feature = "ssr")]
pub mod portal;
pub mod told;
pub mod words;

pub(crate) use picker::{
    Catalog, ChosenLines, Price, Total, TypedQuantities, currency, in_currency,
};
