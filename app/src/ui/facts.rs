//! The strip of three to five facts below a page's title.

use leptos::prelude::*;

/// The strip around the facts.
#[component]
pub fn FactStrip(
    /// The facts.
    children: Children,
) -> impl IntoView {
    view! { <dl class="facts">{children()}</dl> }
}

/// One fact: its name and its value.
#[component]
pub fn Fact(
    /// The fact's name.
    #[prop(into)]
    label: String,
    /// The value.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="fact">
            <dt>{label}</dt>
            <dd>{children()}</dd>
        </div>
    }
}
