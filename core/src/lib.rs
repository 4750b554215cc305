#![doc = include_str!("../README.md")]

// Derived code names this crate, also in here.
extern crate self as tierline_core;

pub mod access;
pub mod account;
pub mod actor;
pub mod agreement;
pub mod catalog;
pub mod code;
pub mod customer;
pub mod digest;
pub mod directory;
pub mod enrollment;
pub mod event;
pub mod group;
pub mod ids;
pub mod import;
pub mod invitation;
pub mod license;
mod mail;
pub mod market;
pub mod member;
pub mod membership;
pub mod money;
pub mod order;
pub mod order_request;
pub mod organization;
pub mod partnership;
pub mod permission;
pub mod picture;
pub mod program;
pub mod reach;
pub mod read;
pub mod refusal;
pub mod relationship;
pub mod review;
pub mod role;
pub mod subscription;
pub mod term;
pub mod testing;
pub mod text;

/// A moment in UTC. Every decision takes the current time as an argument; nothing in this crate reads a clock.
pub type Timestamp = chrono::DateTime<chrono::Utc>;

pub use event::Evolve;
pub use refusal::Refusal;
