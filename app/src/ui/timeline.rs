//! What happened, newest first.

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

/// One thing that happened.
#[component]
pub fn TimelineItem(
    /// When.
    at: Timestamp,
    /// Who did it; nobody when it happened by itself.
    #[prop(optional, into)]
    by: Option<String>,
    /// For which organization.
    #[prop(optional, into)]
    organization: Option<String>,
    /// What its color means.
    #[prop(optional)]
    tone: Tone,
    /// Another icon than the tone's own.
    #[prop(optional, into)]
    glyph: Option<Glyph>,
    /// What happened.
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
