//! Partnerships of providers and resellers.

pub mod api;
mod choice;
pub mod list;
pub mod model;
pub mod page;
#[cfg(feature = "ssr")]
pub mod portal;
pub(crate) mod routes;
mod state;
pub mod told;
pub mod words;

pub(crate) use choice::{FIND, Finder, PartnerSelect, answers};
