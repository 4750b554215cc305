//! Members of the MPN registry.

pub mod told;
