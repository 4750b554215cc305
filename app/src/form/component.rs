//! The form that is sent in the background when WASM is there.

use leptos::{
    ev::SubmitEvent,
    form::FromFormData,
    prelude::*,
    server_fn::{Http, ServerFn, codec::PostUrl},
};
use serde::de::DeserializeOwned;

use super::{ErrorSummary, FormState, own_user::OwnUser, request_id};
use crate::{context::use_reply, error::PortalError, route::use_here};

/// A form of a server function that takes a `request_id`.
///
/// Brings the hidden `request_id`, `page` and `form` fields and the error summary. A second submit while one is under
/// way does nothing.
#[component]
pub fn Form<S, Output>(
    /// The server function.
    action: ServerAction<S>,
    /// Tells several forms of one server function on a page apart, e.g. the id of the thing that the form is about.
    #[prop(optional, into)]
    form: String,
    /// CSS classes.
    #[prop(optional, into)]
    class: String,
    /// Fields and buttons.
    children: Children,
) -> impl IntoView
where
    S: ServerFn<Protocol = Http<PostUrl, Output>, Error = PortalError>
        + DeserializeOwned
        + Clone
        + Send
        + Sync
        + 'static,
    S::Output: Send + Sync + 'static,
{
    let reply = use_reply().filter(|reply| reply.function == S::PATH && reply.form == form);
    let replied = reply.as_ref().map(|reply| reply.error.clone());
    let value = action.value();
    let error = Signal::derive(move || {
        value.with(|value| match value {
            None => replied.clone(),
            Some(Ok(_)) => None,
            Some(Err(error)) => Some(error.clone()),
        })
    });
    let pending: Signal<bool> = action.pending().into();
    provide_context(FormState {
        form: form.clone(),
        reply,
        error,
        pending,
    });

    let id = RwSignal::new(request_id::first(S::PATH, &form));
    // After a success the next submit is another request; after a failure it is the same one, tried again.
    Effect::new(move || {
        if value.with(|value| matches!(value, Some(Ok(_)))) {
            id.set(request_id::fresh().to_string());
        }
    });

    let submit = move |event: SubmitEvent| {
        if event.default_prevented() {
            return;
        }
        event.prevent_default();
        if pending.get_untracked() {
            return;
        }
        match S::from_event(&event) {
            Ok(input) => {
                action.dispatch(input);
            }
            Err(_) => value.set(Some(Err(PortalError::Malformed))),
        }
    };

    view! {
        <form
            method="post"
            action=S::url()
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
}
