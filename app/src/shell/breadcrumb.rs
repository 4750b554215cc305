//! The path from the start to this page.

use leptos::prelude::*;

use crate::{context::use_lang, shell::words as text};

/// The pages above this one, the topmost first, and this one.
#[component]
pub fn Breadcrumb(
    /// Address and title of each page above.
    trail: Vec<(String, String)>,
    /// The title of this page.
    #[prop(into)]
    current: String,
) -> impl IntoView {
    let lang = use_lang();
    view! {
        <nav class="breadcrumb" aria-label=text::breadcrumb(lang)>
            <ol>
                {trail.into_iter().map(|(href, title)| view! { <li><a href=href>{title}</a></li> }).collect_view()}
                <li><span class="truncate" aria-current="page">{current}</span></li>
            </ol>
        </nav>
    }
}
