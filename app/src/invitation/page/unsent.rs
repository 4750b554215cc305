//! What was typed and not sent, kept in this browser only.

use serde::Serialize;
use tierline_core::{ids::OrganizationId, read::Read};

/// The fields of a message as they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Read)]
pub(super) struct Unsent {
    pub(super) recipient: String,
    pub(super) subject: String,
    pub(super) text: String,
}

/// Where the text of a new message is kept: one of each kind for each organization.
pub(super) fn key(kind: &str, organization: OrganizationId) -> String {
    format!("tierline.unsent.{kind}.{organization}")
}

/// What was kept. Nothing on the server, and nothing where the browser keeps nothing.
#[cfg(feature = "hydrate")]
pub(super) fn kept(key: &str) -> Option<Unsent> {
    use gloo_storage::Storage;
    let text = gloo_storage::LocalStorage::raw().get_item(key).ok()??;
    tierline_core::read::json(&text).ok()
}

/// Keeps it. A browser without room or permission keeps nothing, which costs nothing but the convenience.
#[cfg(feature = "hydrate")]
pub(super) fn keep(key: &str, unsent: &Unsent) {
    use gloo_storage::Storage;
    drop(gloo_storage::LocalStorage::set(key, unsent));
}

/// Forgets it.
#[cfg(feature = "hydrate")]
pub(super) fn forget(key: &str) {
    use gloo_storage::Storage;
    gloo_storage::LocalStorage::delete(key);
}

#[cfg(not(feature = "hydrate"))]
pub(super) fn kept(_key: &str) -> Option<Unsent> {
    None
}

#[cfg(not(feature = "hydrate"))]
pub(super) fn keep(_key: &str, _unsent: &Unsent) {}

#[cfg(not(feature = "hydrate"))]
pub(super) fn forget(_key: &str) {}
