//! The form that always loads a new page: for changes that a page cannot live through, like signing in or changing the
//! language.

use core::{cell::Cell, time::Duration};
use std::rc::Rc;

use leptos::{ev::SubmitEvent, prelude::*, server_fn::ServerFn};

use super::{ErrorSummary, FormState, own_user::OwnUser, state::Labels};
use crate::{context::use_reply, error::PortalError, route::use_here};

/// The name of the forms whose errors are shown at the top of the page.
pub(crate) const ELSEWHERE: &str = "page";

/// The time during which another submit is taken for a double click. A browser that comes back to the page shows it as
/// it was left.
const DOUBLE_CLICK: Duration = Duration::from_secs(5);

/// Lets the first submit through and stops one that follows at once: otherwise the answer to the first would be lost,
/// and with it secrets that are shown only once.
fn once() -> impl FnMut(SubmitEvent) {
    let sent = Rc::new(Cell::new(false));
    move |event: SubmitEvent| {
        if sent.replace(true) {
            event.prevent_default();
            return;
        }
        let sent = sent.clone();
        set_timeout(move || sent.set(false), DOUBLE_CLICK);
    }
}

/// A form of the server function `S` that is posted by the browser itself, with WASM or without.
#[component]
pub fn PlainForm<S>(
    /// The server function; `PhantomData` of its type.
    function: core::marker::PhantomData<S>,
    /// Distinguishes several forms of one server function on a page.
    #[prop(optional, into)]
    form: String,
    /// CSS classes.
    #[prop(optional, into)]
    class: String,
    /// Whether to show no error here: for one-button forms, whose errors are shown at the top of the page.
    #[prop(optional)]
    bare: bool,
    /// Fields and buttons.
    children: Children,
) -> impl IntoView
where
    S: ServerFn<Error = PortalError>,
{
    let _ = function;
    form_of(S::PATH, S::url(), form, class, bare, children)
}

/// Apart from [`PlainForm`], so that it is compiled once and not for every server function.
fn form_of(
    path: &'static str,
    url: &'static str,
    form: String,
    class: String,
    bare: bool,
    children: Children,
) -> AnyView {
    let form = if bare { ELSEWHERE.to_owned() } else { form };
    let reply = use_reply().filter(|reply| reply.function == path && reply.form == form);
    let error = reply.as_ref().map(|reply| reply.error.clone());
    provide_context(FormState {
        form: form.clone(),
        reply,
        error: Signal::stored(error),
        pending: Signal::stored(false),
        labels: Labels::default(),
    });
    view! {
        <form method="post" action=url class=class novalidate=true on:submit=once()>
            <input type="hidden" name="page" value=use_here()/>
            <input type="hidden" name="form" value=form/>
            <OwnUser/>
            {(!bare).then(|| view! { <ErrorSummary/> })}
            {children()}
        </form>
    }
    .into_any()
}
