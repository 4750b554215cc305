//! The button that sends the form around it.

use leptos::prelude::*;

use super::use_form;

/// The submit button of the form around it. While the form is being sent it says so and does nothing.
#[component]
pub fn Submit(
    /// The button's look: `primary`, `quiet` or `danger`.
    #[prop(default = "primary")]
    look: &'static str,
    /// The name that is posted if this button is the one that was pressed.
    #[prop(optional)]
    name: Option<&'static str>,
    /// The value that is posted with that name.
    #[prop(optional, into)]
    value: Option<String>,
    /// The words on it.
    children: Children,
) -> impl IntoView {
    let pending = use_form().map_or_else(|| Signal::stored(false), |form| form.pending());
    view! {
        <button
            type="submit"
            class=format!("button button-{look}")
            name=name
            value=value
            // Not `disabled`, which would lose the keyboard's focus.
            aria-disabled=move || pending.get().then_some("true")
            data-pending=move || pending.get().then_some("true")
        >
            {children()}
        </button>
    }
}
