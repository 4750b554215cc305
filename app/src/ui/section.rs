//! A part of a page under a heading of its own.

use leptos::prelude::*;

/// A heading and its content.
#[component]
pub fn Section(
    /// The heading.
    #[prop(into)]
    title: String,
    /// A sentence below it.
    #[prop(optional, into)]
    lead: Option<String>,
    /// The target of links to it.
    #[prop(optional, into)]
    id: Option<String>,
    /// A quiet action at the right of the heading.
    #[prop(optional, into)]
    action: ViewFnOnce,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="section" id=id>
            <div class="section-head">
                <h2>{title}</h2>
                {action.run()}
            </div>
            {lead.map(|lead| view! { <p class="lead">{lead}</p> })}
            {children()}
        </section>
    }
}
