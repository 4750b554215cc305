//! The trigger for a page to read its data again.

use leptos::prelude::*;

use super::Posting;

/// Counts successes, not attempts: after a failure the page stays as it is, with the typed values.
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
