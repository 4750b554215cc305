//! The activity log.

pub(crate) mod query;
pub(crate) mod store;
