//! An action that is refused now: it stays in its place, and tells the reason and the remedy.

use leptos::prelude::*;
use tierline_core::Refusal;

use super::{Glyph, Icon};
use crate::{
    context::{use_lang, use_session},
    ui::words,
};

/// A button whose action is refused. Pressing it, by mouse, key or touch, opens the reason and the remedy.
#[component]
pub fn RefusedAction(
    /// The name of the action.
    #[prop(into)]
    label: String,
    /// The reason of the refusal.
    #[prop(into)]
    reason: String,
    /// The page where that can be changed: address and words of a link.
    #[prop(optional_no_strip, into)]
    remedy: Option<(String, String)>,
    /// The look of the allowed action: `primary`, `quiet` or `danger`.
    #[prop(default = "quiet")]
    look: &'static str,
    /// Unique on the page; made from label and reason if left out.
    #[prop(optional_no_strip, into)]
    id: Option<String>,
) -> impl IntoView {
    let lang = use_lang();
    let id = id.unwrap_or_else(|| format!("why-{:08x}", fingerprint(&label, &reason)));
    let reason_id = format!("{id}-reason");
    view! {
        <span class="refused">
            <button
                type="button"
                class=format!("button button-{look}")
                aria-disabled="true"
                aria-describedby=reason_id.clone()
                popovertarget=id.clone()
            >
                <Icon glyph=Glyph::Lock/>
                <span>{label}</span>
            </button>
            <div class="popover" popover="auto" id=id role="group" aria-label=words::why_not(lang)>
                <p id=reason_id>{reason}</p>
                {remedy.map(|(href, text)| view! { <p><a href=href>{text}</a></p> })}
            </div>
        </span>
    }
}

/// A button that core refuses: reason and remedy are those of the refusal.
#[component]
pub fn RefusedBy(
    /// The name of the action.
    #[prop(into)]
    label: String,
    /// Core's refusal.
    refusal: Refusal,
    /// The look of the allowed action: `primary`, `quiet` or `danger`.
    #[prop(default = "quiet")]
    look: &'static str,
    /// Unique on the page; needed only where the same refused button appears twice.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    let lang = use_lang();
    let reason = crate::refusal::explain(lang, &refusal);
    let remedy = crate::refusal::remedy(lang, &refusal, use_session().as_ref(), None);
    view! { <RefusedAction label=label reason=reason remedy=remedy look=look id=id/> }
}

/// The same number for the same texts on server and browser (FNV-1a).
fn fingerprint(label: &str, reason: &str) -> u32 {
    label
        .bytes()
        .chain([0])
        .chain(reason.bytes())
        .fold(0x811c_9dc5, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        })
}
