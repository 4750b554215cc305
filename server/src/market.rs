//! The program's markets.

mod portal;
pub(crate) mod query;
