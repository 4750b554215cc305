//! Relationships through Postgres.

pub(crate) mod co_serving;
pub(crate) mod ends;
