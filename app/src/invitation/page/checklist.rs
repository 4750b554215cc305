//! Known obstacles to an acceptance.

use leptos::prelude::*;
use tierline_core::invitation::{Check, CheckOutcome};

use crate::{
    context::use_lang,
    invitation::words,
    ui::{Badge, Glyph, Pair, Pairs, Tone},
};

/// The checklist, with its basis.
#[component]
pub(super) fn Checklist(
    /// Its lines.
    checks: Vec<Check>,
    /// The addressed organization, if known.
    addressee: Option<String>,
) -> impl IntoView {
    let lang = use_lang();
    let known = checks
        .iter()
        .any(|check| check.outcome != CheckOutcome::Unknown);
    let lead = match addressee.filter(|_| known) {
        Some(name) => words::checklist_known(lang, name),
        None => words::checklist_unknown(lang).to_owned(),
    };
    let lines = checks
        .into_iter()
        .map(|check| {
            let (tone, glyph) = match check.outcome {
                CheckOutcome::Met => (Tone::Success, Glyph::Check),
                CheckOutcome::NotMet => (Tone::Danger, Glyph::Cross),
                CheckOutcome::Unknown => (Tone::Neutral, Glyph::Dot),
            };
            view! {
                <Pair label=words::check(lang, check.item)>
                    <Badge tone=tone glyph=glyph>{words::outcome(lang, check.outcome)}</Badge>
                </Pair>
            }
        })
        .collect_view();
    view! {
        <p class="muted">{lead}</p>
        <Pairs>{lines}</Pairs>
    }
}
