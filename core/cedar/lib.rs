//! See `benches/decisions.rs`.
