//! A list without rows.

use leptos::prelude::*;

/// What would be here, why it is not, and what to do.
#[component]
pub fn EmptyState(
    /// What this is.
    #[prop(into)]
    title: String,
    /// Why it is empty.
    #[prop(into)]
    why: String,
    /// What to do: a button or a link.
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
