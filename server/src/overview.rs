//! The overview: open tasks, for the organization itself and for others.

mod portal;
pub(crate) mod query;
