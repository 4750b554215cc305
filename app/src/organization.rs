//! Organizations in the program.

pub mod told;
