//! The lists of this area.

pub mod all;
pub mod bulk;
pub mod renewals;
pub mod statement;
