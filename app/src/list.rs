//! Lists as data: what an area says of one, what is asked of it, what comes back, how it is shown and exported.

mod columns;
mod listed;
pub mod model;
#[cfg(feature = "ssr")]
pub mod portal;
pub mod spec;
pub mod view;
pub mod words;

pub use listed::Listed;
