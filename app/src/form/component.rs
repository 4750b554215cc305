//! The form that is sent in the background if WASM is loaded.

use leptos::{ev::SubmitEvent, html, prelude::*, server_fn::ServerFn};

use super::{
    ErrorSummary, FormState, Posting, own_user::OwnUser, posting::Sent, request_id, state::Labels,
};
use crate::{context::use_reply, error::PortalError, route::use_here};

/// A form of a server function that takes a `request_id`.
///
/// Brings the hidden `request_id`, `page` and `form` fields and the error summary. A second submit while one is under
/// way does nothing.
#[component]
pub fn Form<S>(
    /// The server function.
    action: Posting<S>,
    /// Distinguishes several forms of one server function on a page, e.g. by the id of the object that the form is
    /// about.
    #[prop(optional, into)]
    form: String,
    /// CSS classes.
    #[prop(optional, into)]
    class: String,
    /// Its id, where one of its buttons stands elsewhere on the page.
    #[prop(optional, into)]
    id: Option<String>,
    /// Fields and buttons.
    children: Children,
) -> impl IntoView
where
    S: ServerFn<Error = PortalError>,
{
    form_of(S::PATH, S::url(), action.sent, form, (id, class), children)
}

/// Separate from [`Form`], so that it is compiled once and not for every server function.
fn form_of(
    path: &'static str,
    url: &'static str,
    sent: Sent,
    form: String,
    (element, class): (Option<String>, String),
    children: Children,
) -> AnyView {
    let Sent { done, pending, .. } = sent;
    let reply = use_reply().filter(|reply| reply.function == path && reply.form == form);
    let replied = reply.as_ref().map(|reply| reply.error.clone());
    let error = Signal::derive(move || match done.get() {
        None => replied.clone(),
        Some(done) => done.err(),
    });
    provide_context(FormState {
        form: form.clone(),
        reply,
        error,
        pending: pending.into(),
        labels: Labels::default(),
    });

    let id = RwSignal::new(request_id::first(path, &form));
    let shown = NodeRef::<html::Form>::new();
    // After a success the next submit is another request; after a failure it is the same one, tried again.
    Effect::new(move || {
        if done.with(|done| matches!(done, Some(Ok(())))) {
            id.set(request_id::fresh().to_string());
            #[cfg(feature = "hydrate")]
            if let Some(form) = shown.get_untracked() {
                super::accept::accept(&form);
            }
        }
    });

    let submit = move |event: SubmitEvent| {
        if event.default_prevented() {
            return;
        }
        event.prevent_default();
        if !pending.get_untracked() {
            sent.send(url, &event);
        }
    };

    view! {
        <form
            node_ref=shown
            method="post"
            action=url
            id=element
            class=class
            novalidate=true
            aria-busy=move || pending.get().then_some("true")
            on:submit=submit
        >
            <input type="hidden" name="page" value=use_here()/>
            <input type="hidden" name="form" value=form/>
            <OwnUser/>
            <input type="hidden" name="request_id" value=move || id.get()/>
            <ErrorSummary/>
            {children()}
        </form>
    }
    .into_any()
}
