//! **Settings**: what a person can set, each with its state. It puts areas together, and none of them uses it.

pub mod page;
pub(crate) mod routes;
pub mod words;
