//! Fields that belong together.

use leptos::prelude::*;

/// A group of fields with a heading that assistive technology reads with each of them.
#[component]
pub fn Fieldset(
    /// The subject of the fields.
    #[prop(into)]
    legend: String,
    /// The fields.
    children: Children,
) -> impl IntoView {
    view! {
        <fieldset class="fieldset">
            <legend>{legend}</legend>
            {children()}
        </fieldset>
    }
}
