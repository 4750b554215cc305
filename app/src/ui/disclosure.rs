//! More content, on demand.

use leptos::prelude::*;

/// Content that is hidden until its summary is pressed.
#[component]
pub fn Disclosure(
    /// The name of the content.
    #[prop(into)]
    summary: String,
    /// Open from the start.
    #[prop(optional)]
    open: bool,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary>{summary}</summary>
            <div class="disclosure-body">{children()}</div>
        </details>
    }
}
