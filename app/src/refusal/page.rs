//! A rule that blocks a whole page or section.

use leptos::prelude::*;
use tierline_core::{Refusal, refusal::NextStep};

use crate::{
    context::{use_lang, use_session},
    refusal as words, route,
    ui::{ButtonLink, Notice, Tone},
};

/// The reason why something cannot be done here, and the way to put it right.
#[component]
pub fn RefusalPanel(
    /// Core's refusal.
    refusal: Refusal,
    /// The page to which signing in leads back; this one, if left out.
    #[prop(optional, into)]
    back: Option<String>,
    /// Whether it is all that the page has: then the way to put it right is the page's primary action.
    #[prop(optional)]
    alone: bool,
) -> impl IntoView {
    let lang = use_lang();
    let code = refusal.code();
    // Visitors' pages are documents of their own.
    let external = refusal.next_step() == NextStep::SignIn;
    let back = back.or_else(|| external.then(route::use_here));
    let remedy = words::remedy(lang, &refusal, use_session().as_ref(), back.as_deref());
    let look = if alone { "primary" } else { "quiet" };
    view! {
        <Notice tone=Tone::Warning>
            <p class="refusal" data-code=code>{words::explain(lang, &refusal)}</p>
            {remedy.map(|(href, words)| view! { <ButtonLink href=href look=look external=external>{words}</ButtonLink> })}
        </Notice>
    }
}
