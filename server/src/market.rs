//! The program's markets.

pub(crate) mod query;
