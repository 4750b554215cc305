//! A message that the reader needs now.

use leptos::prelude::*;

use super::{Icon, Tone};

/// A notice in the page. Assistive technology reads it when it appears, without interrupting.
#[component]
pub fn Notice(
    /// The meaning of its color.
    #[prop(default = Tone::Info)]
    tone: Tone,
    /// Its heading.
    #[prop(optional, into)]
    title: Option<String>,
    /// The message.
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
