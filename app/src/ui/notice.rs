//! Something the reader should know now.

use leptos::prelude::*;

use super::{Icon, Tone};

/// A notice in the page. Assistive technology reads it when it appears, without interrupting.
#[component]
pub fn Notice(
    /// What its color means.
    #[prop(default = Tone::Info)]
    tone: Tone,
    /// Its heading.
    #[prop(optional, into)]
    title: Option<String>,
    /// What to know.
    children: Children,
) -> impl IntoView {
    view! {
        <div class=format!("notice notice-{}", tone.name()) role="status">
            <Icon glyph=tone.glyph()/>
            <div class="notice-body">
                {title.map(|title| view! { <p class="notice-title">{title}</p> })}
                {children()}
            </div>
        </div>
    }
}
