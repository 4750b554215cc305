//! Signing in, sessions, password, second factor and settings of the caller.

pub mod api;
#[cfg(feature = "ssr")]
pub mod identity;
pub mod model;
pub mod page;
pub(crate) mod passkey;
pub(crate) mod routes;
pub mod told;
pub mod words;

#[cfg(feature = "ssr")]
pub use identity::Identity;
