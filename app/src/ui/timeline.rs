//! Events, newest first.

use leptos::prelude::*;
use tierline_core::Timestamp;

use super::{Glyph, Icon, Tone};
use crate::{context::use_lang, i18n::Moment, ui::words};

/// The list around the entries.
#[component]
pub fn Timeline(
    /// The entries.
    children: Children,
) -> impl IntoView {
    view! { <ol class="timeline">{children()}</ol> }
}

/// One event.
#[component]
pub fn TimelineItem(
    /// The time of the event.
    at: Timestamp,
    /// The name of the user who did it; none if it happened by itself.
    #[prop(optional, into)]
    by: Option<String>,
    /// The organization that the user acted for.
    #[prop(optional, into)]
    organization: Option<String>,
    /// The meaning of its color.
    #[prop(optional)]
    tone: Tone,
    /// An icon in place of the tone's own.
    #[prop(optional, into)]
    glyph: Option<Glyph>,
    /// The event in words.
    children: Children,
) -> impl IntoView {
    let lang = use_lang();
    let who = match (by, organization) {
        (Some(by), Some(organization)) => words::by_for(lang, by, organization),
        (Some(name), None) | (None, Some(name)) => words::by(lang, name),
        (None, None) => words::automatically(lang).to_owned(),
    };
    view! {
        <li class=format!("timeline-item timeline-{}", tone.name())>
            <span class="timeline-mark"><Icon glyph=glyph.unwrap_or(tone.glyph())/></span>
            <div class="timeline-body">
                <div class="timeline-what">{children()}</div>
                <p class="timeline-when">
                    <span>{who}</span>
                    " "
                    <Moment at=at/>
                </p>
            </div>
        </li>
    }
}
