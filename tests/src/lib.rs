//! Shared parts of the whole-system tests: a database that can be compared with itself, the demo world behind its real
//! router, and a browser without scripts.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where something is wrong"
)]

pub mod browser;
pub mod demo;
pub mod snapshot;
