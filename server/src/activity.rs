//! The activity log.

pub(crate) mod query;
pub(crate) mod store;

pub(crate) use store::begin_era;
pub use store::reading;

#[cfg(test)]
mod tests;
