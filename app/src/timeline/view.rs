//! A history in words.

use leptos::prelude::*;

use crate::{
    context::use_lang,
    data,
    route::{use_here, with_query, without_query},
    shell::load::{loaded_part, use_parameter},
    timeline::{History, TimelineEntry, Told, api::earlier, words},
    ui::{Timeline, TimelineItem},
};

/// The part of an address that names the event before which a timeline is shown.
const BEFORE: &str = "before";

/// The events, page by page: the latest, or those before the event that the address names.
#[component]
pub fn PagedTimeline(
    /// The latest page.
    history: History,
) -> impl IntoView {
    let before = use_parameter(BEFORE);
    move || match before.get().parse::<i64>() {
        Ok(before) => older(&history, before),
        Err(_) => part(history.clone(), false),
    }
}

fn older(history: &History, before: i64) -> AnyView {
    let scope = history.scope.to_string();
    let data = data::load(move || before, move |before| earlier(scope.clone(), before));
    loaded_part(data, |history| part(history, true)).into_any()
}

/// Entries, with links to those before them and back to the latest.
fn part(history: History, is_older: bool) -> AnyView {
    let (lang, here) = (use_lang(), use_here());
    let earlier = history.earlier.map(|event| {
        let href = with_query(&here, BEFORE, &event.to_string());
        view! { <a class="button button-quiet" href=href data-noscroll="">{words::earlier(lang)}</a> }
    });
    let latest = is_older.then(|| {
        let href = without_query(&here, BEFORE);
        view! { <a class="button button-plain" href=href data-noscroll="">{words::latest(lang)}</a> }
    });
    view! {
        <EventTimeline entries=history.entries/>
        <p class="cluster">{earlier} {latest}</p>
    }
    .into_any()
}

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
