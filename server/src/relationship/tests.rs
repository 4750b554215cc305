//! Relationships through Postgres.

pub(crate) mod ends;
pub(crate) mod together;
