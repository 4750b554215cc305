//! User management: the users of the own organization, and the links that are mailed to them.

pub mod api;
pub mod list;
pub mod model;
pub mod page;
#[cfg(feature = "ssr")]
pub mod portal;
pub(crate) mod routes;
mod state;
pub mod told;
pub mod words;

pub use list::{on_or_off, roles, users};
