//! When a page has to read its data anew.

use leptos::prelude::*;

use super::Posting;

/// Counts what was done, not what was tried: after a failure the page stays as it is, with what was typed.
pub(crate) fn changes<S>(posting: Posting<S>) -> Memo<usize> {
    let sent = posting.sent;
    Memo::new(move |before: Option<&usize>| {
        let version = sent.version.get();
        let done = sent.done.with(|done| matches!(done, Some(Ok(()))));
        if done {
            version
        } else {
            before.copied().unwrap_or_default()
        }
    })
}
