//! Events, newest first, day by day.

use chrono::SecondsFormat;
use leptos::prelude::*;
use tierline_core::Timestamp;

use super::{Glyph, Icon, Tone};
use crate::{
    context::{use_lang, use_now},
    i18n::{date, days_ago, time},
    ui::words,
};

/// The days.
#[component]
pub fn Timeline(
    /// Each a [`TimelineDay`].
    children: Children,
) -> impl IntoView {
    view! { <div class="timeline">{children()}</div> }
}

/// The events of one day.
#[component]
pub fn TimelineDay(
    /// A time on this day.
    at: Timestamp,
    /// The entries.
    children: Children,
) -> impl IntoView {
    let lang = use_lang();
    view! {
        <h3 class="timeline-date">
            <time datetime=at.date_naive().to_string()>{date(lang, at)}</time>
            " "
            <span class="moment-relative">{days_ago(lang, at, use_now())}</span>
        </h3>
        <ol>{children()}</ol>
    }
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
    /// The reason that the user gave for it.
    #[prop(optional_no_strip)]
    reason: Option<String>,
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
                    <time datetime=at.to_rfc3339_opts(SecondsFormat::Secs, true)>{time(at)}</time>
                    " "
                    <span class="timeline-note">{who}</span>
                    {reason.map(|reason| view! { " " <span class="timeline-note">{reason}</span> })}
                </p>
            </div>
        </li>
    }
}
