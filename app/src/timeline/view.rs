//! A history in words.

use leptos::prelude::*;

use crate::{
    context::use_lang,
    timeline::{TimelineEntry, Told, words},
    ui::{Timeline, TimelineItem},
};

/// The events, newest first, one sentence each.
#[component]
pub fn EventTimeline(
    /// The entries in the order in which they are shown.
    entries: Vec<TimelineEntry>,
) -> impl IntoView {
    let lang = use_lang();
    if entries.is_empty() {
        return view! { <p class="muted">{words::nothing_yet(lang)}</p> }.into_any();
    }
    let items = entries.into_iter().map(move |entry| {
        let Told { what, reason, tone, glyph, by_link_holder } = entry.told;
        let what = what.in_language(lang);
        let reason = reason.map(|reason| words::reason_given(lang, reason));
        let about = entry.about.map(|about| view! { <p><a href=about.page>{about.name}</a></p> });
        let content = view! {
            <p>{what}</p>
            {about}
            {reason.map(|reason| view! { <p class="muted">{reason}</p> })}
        };
        let (at, organization) = (entry.at, entry.organization.map(|party| party.name.to_string()));
        let by = entry.by.or_else(|| by_link_holder.then(|| words::link_holder(lang).to_owned()));
        match (by, organization) {
            (Some(by), Some(organization)) => view! {
                <TimelineItem at=at by=by organization=organization tone=tone glyph=glyph>{content}</TimelineItem>
            }
            .into_any(),
            (Some(name), None) | (None, Some(name)) => view! {
                <TimelineItem at=at by=name tone=tone glyph=glyph>{content}</TimelineItem>
            }
            .into_any(),
            (None, None) => view! { <TimelineItem at=at tone=tone glyph=glyph>{content}</TimelineItem> }.into_any(),
        }
    });
    view! { <Timeline>{items.collect_view()}</Timeline> }.into_any()
}
