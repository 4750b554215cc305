//! The overview: what waits for whom.

mod portal;
pub(crate) mod query;
