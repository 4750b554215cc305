//! The hidden field that names the page's user: values typed into the page are given back to nobody else.

use leptos::prelude::*;

use crate::context::use_session;

/// Names the signed-in user to a server on which the session may be over when the form arrives.
#[component]
pub(super) fn OwnUser() -> impl IntoView {
    use_session().map(|session| {
        view! { <input type="hidden" name="own_user" value=session.user.to_string()/> }
    })
}
