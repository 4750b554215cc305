//! Texts about relationships and the rights granted in them.

pub mod grant;
pub mod page;

pub use grant::{side, term};
