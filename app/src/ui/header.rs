//! The top of a page.

use leptos::prelude::*;

use crate::shell::{Breadcrumb, PageTitle};

/// The way here, the title with the page's one primary action, and a sentence on what the page is about.
#[component]
pub fn PageHeader(
    /// Address and title of each page above, the topmost first.
    #[prop(optional)]
    trail: Vec<(String, String)>,
    /// The title.
    #[prop(into)]
    title: String,
    /// What the page is about.
    #[prop(optional, into)]
    lead: Option<String>,
    /// The state of what the page is about: a badge.
    #[prop(optional, into)]
    badge: ViewFnOnce,
    /// The page's primary action.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let above = (!trail.is_empty()).then(|| view! { <Breadcrumb trail=trail/> });
    let action = children.map(|children| children());
    view! {
        <div class="page-header">
            {above}
            <PageTitle title=title>{action}</PageTitle>
            <div class="page-meta">
                {badge.run()}
                {lead.map(|lead| view! { <p class="lead">{lead}</p> })}
            </div>
        </div>
    }
}
