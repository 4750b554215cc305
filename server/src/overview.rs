//! The overview: what waits for whom.

pub(crate) mod query;
