//! Pages about customers.

pub mod detail;
pub mod list;
pub mod wizard;
