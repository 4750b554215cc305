//! The lists of this area.

pub mod renewals;
pub mod statement;
