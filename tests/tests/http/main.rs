//! The portal's answers over HTTP, on the demo world: to other sites, to strangers, to many at once, to repetition.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is wrong"
)]

mod acceptance;
mod cross_site;
mod function;
mod hostile;
mod id;
mod link;
mod others;
mod page;
mod pending;
mod repeated;
mod required;
mod roles;
