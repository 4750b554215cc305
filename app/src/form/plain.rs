//! The form that always loads a new page: for what a page cannot live through, like signing in or changing language.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::{ErrorSummary, FormState, own_user::OwnUser};
use crate::{context::use_reply, error::PortalError, route::use_here};

/// The name of the forms whose errors are shown at the top of the page.
pub(crate) const ELSEWHERE: &str = "page";

/// A form of the server function `S` that is posted by the browser itself, with WASM or without.
#[component]
pub fn PlainForm<S>(
    /// The server function; `PhantomData` of its type.
    function: core::marker::PhantomData<S>,
    /// Tells several forms of one server function on a page apart.
    #[prop(optional, into)]
    form: String,
    /// CSS classes.
    #[prop(optional, into)]
    class: String,
    /// Show no error here: for one-button forms, whose errors are shown at the top of the page.
    #[prop(optional)]
    bare: bool,
    /// Fields and buttons.
    children: Children,
) -> impl IntoView
where
    S: ServerFn<Error = PortalError>,
{
    let _ = function;
    let form = if bare { ELSEWHERE.to_owned() } else { form };
    let reply = use_reply().filter(|reply| reply.function == S::PATH && reply.form == form);
    let error = reply.as_ref().map(|reply| reply.error.clone());
    provide_context(FormState {
        form: form.clone(),
        reply,
        error: Signal::stored(error),
        pending: Signal::stored(false),
    });
    view! {
        <form method="post" action=S::url() class=class novalidate=true>
            <input type="hidden" name="page" value=use_here()/>
            <input type="hidden" name="form" value=form/>
            <OwnUser/>
            {(!bare).then(|| view! { <ErrorSummary/> })}
            {children()}
        </form>
    }
}
