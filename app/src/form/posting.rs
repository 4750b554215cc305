//! How a form is sent in the background.

use core::marker::PhantomData;

use leptos::prelude::*;

use crate::error::PortalError;

/// How far the sending of forms of the server function `S` has come. Nothing here is compiled for each function, as an
/// action of leptos would be.
pub struct Posting<S> {
    pub(super) sent: Sent,
    function: PhantomData<fn() -> S>,
}

impl<S> Clone for Posting<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S> Copy for Posting<S> {}

impl<S> Posting<S> {
    /// Nothing was sent yet.
    #[must_use]
    pub fn new() -> Posting<S> {
        Posting {
            sent: Sent::new(),
            function: PhantomData,
        }
    }

    /// How often an answer has come, whatever it was.
    #[must_use]
    pub fn version(self) -> Signal<usize> {
        self.sent.version.into()
    }
}

impl<S> Default for Posting<S> {
    fn default() -> Self {
        Self::new()
    }
}

/// The same, whichever function it is.
#[derive(Clone, Copy)]
pub(crate) struct Sent {
    /// The result of the last submit.
    pub(super) done: RwSignal<Option<Result<(), PortalError>>>,
    pub(super) pending: RwSignal<bool>,
    pub(super) version: RwSignal<usize>,
    #[cfg(feature = "hydrate")]
    changes: Option<super::changes::Changes>,
}

impl Sent {
    fn new() -> Sent {
        Sent {
            done: RwSignal::new(None),
            pending: RwSignal::new(false),
            version: RwSignal::new(0),
            #[cfg(feature = "hydrate")]
            changes: use_context(),
        }
    }

    /// Sends the fields of the form as the browser would, but for its answer.
    #[cfg(feature = "hydrate")]
    pub(super) fn send(self, url: &'static str, event: &leptos::ev::SubmitEvent) {
        let Some(fields) = fields(event) else {
            self.done.set(Some(Err(PortalError::Malformed)));
            return;
        };
        self.pending.set(true);
        leptos::task::spawn_local(async move {
            let done = post(url, fields).await;
            // The page may have been left meanwhile, and the signals with it.
            self.pending.try_set(false);
            self.version.try_update(|version| *version += 1);
            let is_done = done.is_ok();
            self.done.try_set(Some(done));
            if is_done && let Some(changes) = self.changes {
                changes.one_more();
            }
        });
    }

    /// The server sends nothing.
    #[cfg(not(feature = "hydrate"))]
    pub(super) fn send(self, _url: &'static str, _event: &leptos::ev::SubmitEvent) {}
}

/// Names and values with that of the button that was pressed, as they stand in an address.
#[cfg(feature = "hydrate")]
fn fields(event: &leptos::ev::SubmitEvent) -> Option<String> {
    let fields = leptos::form::form_data_from_event(event).ok()?;
    // Leptos adds the button even when it has no name, which a browser never does.
    fields.delete("");
    let fields = web_sys::UrlSearchParams::new_with_str_sequence_sequence(&fields).ok()?;
    fields.to_string().as_string()
}

#[cfg(feature = "hydrate")]
async fn post(url: &str, fields: String) -> Result<(), PortalError> {
    use leptos::server_fn::{
        ContentType as _,
        client::browser::BrowserClient,
        codec::PostUrl,
        request::{ClientReq, browser::BrowserRequest},
    };

    let request: Result<BrowserRequest, PortalError> = BrowserRequest::try_new_post(
        url,
        PostUrl::CONTENT_TYPE,
        crate::wire::WireEncoding::CONTENT_TYPE,
        fields,
    );
    crate::wire::answer::<BrowserClient>(request?)
        .await
        .map(drop)
}
