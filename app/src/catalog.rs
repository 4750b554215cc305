//! The catalog of products that can be ordered.

pub(crate) mod picker;
#[cfg(feature = "ssr")]
pub mod portal;

pub(crate) use picker::{Catalog, ChosenLines, sum};
