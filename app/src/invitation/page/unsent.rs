//! Typed but unsent text, kept in this browser only.

use serde::Serialize;
use tierline_core::{ids::OrganizationId, read::Read};

/// The current fields of a message.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Read)]
pub(super) struct Unsent {
    pub(super) recipient: String,
    pub(super) subject: String,
    pub(super) text: String,
}

/// The key under which the text of a new message is kept: one for each kind and organization.
pub(super) fn key(kind: &str, organization: OrganizationId) -> String {
    format!("tierline.unsent.{kind}.{organization}")
}

/// The kept text. None on the server, or if the browser keeps nothing.
#[cfg(feature = "hydrate")]
pub(super) fn kept(key: &str) -> Option<Unsent> {
    tierline_core::read::json(&crate::storage::kept(key)?).ok()
}

/// Keeps it. A browser without room or permission keeps nothing, and only the convenience is lost.
#[cfg(feature = "hydrate")]
pub(super) fn keep(key: &str, unsent: &Unsent) {
    crate::storage::keep(key, unsent);
}

/// Forgets it.
#[cfg(feature = "hydrate")]
pub(super) fn forget(key: &str) {
    crate::storage::forget(key);
}

#[cfg(not(feature = "hydrate"))]
pub(super) fn kept(_key: &str) -> Option<Unsent> {
    None
}

#[cfg(not(feature = "hydrate"))]
pub(super) fn keep(_key: &str, _unsent: &Unsent) {}

#[cfg(not(feature = "hydrate"))]
pub(super) fn forget(_key: &str) {}
