//! Facts about an object, one line each: on detail pages and before a form is submitted.

use leptos::prelude::*;

use crate::{context::use_lang, ui::words};

/// The list around the pairs.
#[component]
pub fn Pairs(
    /// The pairs.
    children: Children,
) -> impl IntoView {
    view! { <dl class="pairs">{children()}</dl> }
}

/// A label and its value, and optionally a link to change it.
#[component]
pub fn Pair(
    /// The label.
    #[prop(into)]
    label: String,
    /// The page where it can be changed.
    #[prop(optional, into)]
    change: Option<String>,
    /// The value.
    children: Children,
) -> impl IntoView {
    let lang = use_lang();
    let change = change.map(|href| {
        let label = words::change_named(lang, &label);
        view! { <dd class="pair-change"><a href=href aria-label=label>{words::change(lang)}</a></dd> }
    });
    view! {
        <div class="pair">
            <dt>{label}</dt>
            <dd>{children()}</dd>
            {change}
        </div>
    }
}
