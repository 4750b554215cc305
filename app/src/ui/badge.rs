//! A state in one word, with its icon.

use leptos::prelude::*;

use super::{Glyph, Icon, StateLook, Tone};
use crate::context::use_lang;

/// An icon and a word.
#[component]
pub fn Badge(
    /// The meaning of its color.
    #[prop(optional)]
    tone: Tone,
    /// An icon in place of the tone's own.
    #[prop(optional, into)]
    glyph: Option<Glyph>,
    /// The word.
    children: Children,
) -> impl IntoView {
    view! {
        <span class=format!("badge badge-{}", tone.name())>
            <Icon glyph=glyph.unwrap_or(tone.glyph())/>
            <span>{children()}</span>
        </span>
    }
}

/// The badge of a state that core knows.
#[component]
pub fn StateBadge(
    /// The state.
    #[prop(into)]
    state: StateLook,
) -> impl IntoView {
    let word = (state.word)(use_lang());
    view! { <Badge tone=state.tone glyph=state.glyph>{word}</Badge> }
}
