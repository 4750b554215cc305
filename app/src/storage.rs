//! Values that this browser keeps for itself. With its storage off it keeps nothing, and only the convenience is
//! lost.

use gloo_storage::{LocalStorage, Storage as _};
use serde::Serialize;

/// Whether there is any: the library's own functions throw without.
fn is_there() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}

/// The JSON that is kept under this key.
pub(crate) fn kept(key: &str) -> Option<String> {
    if !is_there() {
        return None;
    }
    LocalStorage::raw().get_item(key).ok()?
}

/// Keeps a value as JSON. A browser without room keeps nothing.
pub(crate) fn keep(key: &str, value: &impl Serialize) {
    if is_there() {
        drop(LocalStorage::set(key, value));
    }
}

/// Forgets it.
pub(crate) fn forget(key: &str) {
    if is_there() {
        LocalStorage::delete(key);
    }
}
