//! The top of a page.

use leptos::prelude::*;

use crate::shell::{Breadcrumb, PageTitle};

/// The path to the page, the title with the page's one primary action and quiet ones beside it, a sentence on the
/// page's subject, and tabs to its other pages.
#[component]
pub fn PageHeader(
    /// Address and title of each page above, the topmost first.
    #[prop(optional)]
    trail: Vec<(String, String)>,
    /// What the page is a step of, above its title.
    #[prop(optional, into)]
    caption: Option<String>,
    /// The title.
    #[prop(into)]
    title: String,
    /// The page's subject.
    #[prop(optional, into)]
    lead: Option<String>,
    /// The state of the page's subject: a badge.
    #[prop(optional, into)]
    badge: ViewFnOnce,
    /// Quiet actions after the primary one.
    #[prop(optional, into)]
    secondary: ViewFnOnce,
    /// Links to the pages about the same subject: `Tabs`.
    #[prop(optional, into)]
    tabs: ViewFnOnce,
    /// The page's primary action.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    // A step has no place of its own among the pages: the task that it is a step of has.
    let current = caption.clone().unwrap_or_else(|| title.clone());
    let above = (!trail.is_empty()).then(|| view! { <Breadcrumb trail=trail current=current/> });
    let action = children.map(|children| children());
    view! {
        <div class="page-header">
            {above}
            {caption.map(|caption| view! { <p class="page-caption">{caption}</p> })}
            <PageTitle title=title badge=badge>{action}{secondary.run()}</PageTitle>
            {lead.map(|lead| view! { <p class="lead">{lead}</p> })}
            {tabs.run()}
        </div>
    }
}
