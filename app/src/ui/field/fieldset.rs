//! Fields that belong together.

use leptos::prelude::*;

/// A group of fields with a heading that assistive technology reads with each of them.
#[component]
pub fn Fieldset(
    /// The subject of the fields.
    #[prop(into)]
    legend: String,
    /// Whether the heading above it says the same: then the legend is for assistive technology only.
    #[prop(optional)]
    titled: bool,
    /// The fields.
    children: Children,
) -> impl IntoView {
    view! {
        <fieldset class="fieldset">
            <legend class=titled.then_some("visually-hidden")>{legend}</legend>
            {children()}
        </fieldset>
    }
}
