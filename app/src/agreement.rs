//! Agreements, and their signatures.

pub mod told;
