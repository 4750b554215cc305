//! Invitations: for those who send them, and for those who open their link.

pub mod api;
pub mod list;
pub mod model;
pub mod page;
#[cfg(feature = "ssr")]
pub mod portal;
pub(crate) mod routes;
mod state;
pub mod words;

pub(crate) use routes::link;
