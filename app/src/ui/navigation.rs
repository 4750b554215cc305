//! A form that changes nothing: its fields become an address.

use std::sync::Arc;

use leptos::{prelude::*, web_sys::FormData};
use leptos_router::components::Form;

use crate::{error::PortalError, form::FormState};

/// A form that leads to a path with its fields as the query, without loading the page anew if WASM is loaded.
#[component]
pub fn NavigationForm(
    /// The path.
    #[prop(into)]
    path: String,
    /// Distinguishes several forms with fields of one name on a page.
    #[prop(optional, into)]
    form: String,
    /// Whether the page stays where it is scrolled to.
    #[prop(optional)]
    noscroll: bool,
    /// The problem with what the address says, which its fields show. They have to stand inside this form.
    #[prop(optional_no_strip)]
    problem: Option<PortalError>,
    /// Fields and buttons.
    children: Children,
) -> impl IntoView {
    if !form.is_empty() {
        provide_context(FormState::of_address(&form, problem));
    }
    // Leptos adds the button that was pressed even when it has no name, which a browser never does: `&=`.
    let without_button = Arc::new(|fields: &FormData| fields.delete(""));
    view! {
        <Form method="GET" action=path on_form_data=without_button noscroll=noscroll>
            {children()}
        </Form>
    }
}
