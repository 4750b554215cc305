//! A list without rows.

use leptos::prelude::*;

/// The missing content, the reason why it is missing, and the next step.
#[component]
pub fn EmptyState(
    /// The heading.
    #[prop(into)]
    title: String,
    /// The reason why it is empty.
    #[prop(into)]
    why: String,
    /// The next step: a button or a link.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <p class="empty-title">{title}</p>
            <p class="empty-why">{why}</p>
            {children.map(|children| view! { <div class="empty-action">{children()}</div> })}
        </div>
    }
}
