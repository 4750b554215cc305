//! The trigger for a page to read its data again.

use leptos::{prelude::*, server_fn::ServerFn};

use crate::error::PortalError;

/// Counts successes, not attempts: after a failure the page stays as it is, with the typed values.
pub(crate) fn changes<S>(action: ServerAction<S>) -> Memo<usize>
where
    S: ServerFn<Error = PortalError> + Clone + Send + Sync + 'static,
    S::Output: Send + Sync + 'static,
{
    let (version, value) = (action.version(), action.value());
    Memo::new(move |before: Option<&usize>| {
        let version = version.get();
        let done = value.with(|value| matches!(value, Some(Ok(_))));
        if done {
            version
        } else {
            before.copied().unwrap_or_default()
        }
    })
}
