//! The activity log.

mod portal;
pub(crate) mod query;
pub(crate) mod store;

pub use store::reading;

#[cfg(test)]
mod tests;
