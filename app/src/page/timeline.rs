//! A history in words.

use leptos::prelude::*;
use tierline_core::{event::Event, invitation, order, partnership, relationship};

use crate::{
    context::use_lang,
    i18n::Lang,
    model::timeline::TimelineEntry,
    text::timeline as words,
    ui::{Glyph, Timeline, TimelineItem, Tone},
};

/// What happened, newest first, one sentence each.
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
        let (tone, glyph) = look(&entry.event);
        let what = words::describe(lang, &entry);
        let reason = words::reason(&entry.event).map(|reason| words::reason_given(lang, reason));
        let about = entry.about.map(|about| view! { <p><a href=about.page>{about.name}</a></p> });
        let content = view! {
            <p>{what}</p>
            {about}
            {reason.map(|reason| view! { <p class="muted">{reason}</p> })}
        };
        let (at, organisation) = (entry.at, entry.organisation.map(|party| party.name.to_string()));
        let by = entry.by.or_else(|| opened_by(lang, &entry.event));
        match (by, organisation) {
            (Some(by), Some(organisation)) => view! {
                <TimelineItem at=at by=by organisation=organisation tone=tone glyph=glyph>{content}</TimelineItem>
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

/// Opening a link needs no account: who did it is not known, but it did not happen by itself.
fn opened_by(lang: Lang, event: &Event) -> Option<String> {
    match event {
        Event::Invitation {
            event: invitation::Event::Opened { .. },
            ..
        } => Some(words::link_holder(lang).to_owned()),
        _ => None,
    }
}

/// Colour and icon of an event.
fn look(event: &Event) -> (Tone, Glyph) {
    match event {
        Event::Organisation { .. } => (Tone::Accent, Glyph::Building),
        Event::Invitation { event, .. } => match event {
            invitation::Event::Drafted { .. } | invitation::Event::Edited { .. } => {
                (Tone::Neutral, Glyph::Draft)
            }
            invitation::Event::Sent { .. } => (Tone::Info, Glyph::Mail),
            invitation::Event::Opened { .. } => (Tone::Info, Glyph::MailOpen),
            invitation::Event::Accepted { .. } => (Tone::Success, Glyph::Check),
            invitation::Event::Declined { .. } => (Tone::Danger, Glyph::Cross),
            invitation::Event::Cancelled { .. } => (Tone::Neutral, Glyph::Ban),
            invitation::Event::Expired { .. } => (Tone::Warning, Glyph::Clock),
        },
        Event::Partnership { event, .. } => match event {
            partnership::Event::Formed { .. } => (Tone::Success, Glyph::Handshake),
            partnership::Event::TenantAdminRevoked { .. } => (Tone::Warning, Glyph::Lock),
            partnership::Event::NoticeGiven { .. } => (Tone::Warning, Glyph::Clock),
            partnership::Event::Ended { .. } => (Tone::Neutral, Glyph::Ban),
        },
        Event::Relationship { event, .. } => match event {
            relationship::Event::Established { .. } | relationship::Event::Granted { .. } => {
                (Tone::Success, Glyph::Key)
            }
            relationship::Event::GrantEnded { .. } => (Tone::Warning, Glyph::Lock),
            relationship::Event::Ended { .. } => (Tone::Neutral, Glyph::Ban),
        },
        Event::Order {
            event: order::Event::Placed { .. },
            ..
        } => (Tone::Success, Glyph::Cart),
        Event::Subscription {
            event: order::SubscriptionEvent::Activated { .. },
            ..
        } => (Tone::Success, Glyph::Check),
    }
}
