//! The title of a page: in the window, as its heading, and as the target of the focus after a client-side navigation.

use leptos::{html, prelude::*};
use leptos_meta::Title;

use crate::{context::use_page_context, ui::Address};

/// The page's `<title>` and `<h1>`, with its one primary action at the right.
#[component]
pub fn PageTitle(
    /// The title. An address in it breaks after its at sign.
    #[prop(into)]
    title: String,
    /// The state of what the page is about: a badge beside the title, or below a title that needs the whole line.
    #[prop(optional, into)]
    badge: ViewFnOnce,
    /// The page's primary action.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    if use_page_context().has_arrived() {
        Effect::new(move || {
            if let Some(heading) = heading.get() {
                // Content that waited for its data is inserted after the page's effects: by the next frame it is there.
                request_animation_frame(move || {
                    let _ = heading.focus();
                });
            }
        });
    }
    view! {
        <Title text=format!("{title} · Tierline")/>
        <div class="page-title">
            <div class="page-name">
                <h1 tabindex="-1" node_ref=heading><Address at=title/></h1>
                {badge.run()}
            </div>
            {children.map(|children| view! { <div class="page-action">{children()}</div> })}
        </div>
    }
}
