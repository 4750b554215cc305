//! The trigger for a page to read its data again.

use leptos::prelude::*;

use super::Posting;

/// How often a form on any page was done, since the document was loaded. Given by the layout.
#[derive(Clone, Copy)]
pub(crate) struct Changes(RwSignal<usize>);

impl Changes {
    pub(crate) fn new() -> Changes {
        Changes(RwSignal::new(0))
    }

    pub(crate) fn count(self) -> usize {
        self.0.get()
    }

    #[cfg(feature = "hydrate")]
    pub(super) fn one_more(self) {
        self.0.try_update(|count| *count += 1);
    }
}

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
