//! Mails: the demo's mailbox, and mails that could not be delivered.

pub mod api;
pub mod list;
pub mod model;
pub mod page;
#[cfg(feature = "ssr")]
pub mod portal;
pub(crate) mod routes;
pub mod told;
pub mod words;
