//! A rule that blocks a whole page or section.

use leptos::prelude::*;
use tierline_core::Refusal;

use crate::{
    context::{use_lang, use_session},
    refusal as words,
    ui::{ButtonLink, Notice, Tone},
};

/// The reason why something cannot be done here, and the way to put it right.
#[component]
pub fn RefusalPanel(
    /// Core's refusal.
    refusal: Refusal,
) -> impl IntoView {
    let lang = use_lang();
    let code = refusal.code();
    let remedy = words::remedy(lang, &refusal, use_session().as_ref());
    view! {
        <Notice tone=Tone::Warning>
            <p class="refusal" data-code=code>{words::explain(lang, &refusal)}</p>
            {remedy.map(|(href, words)| view! { <ButtonLink href=href>{words}</ButtonLink> })}
        </Notice>
    }
}
