//! A history in words.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use tierline_core::{Timestamp, access::Action, permission::SubjectKind};

use crate::{
    context::{use_lang, use_session},
    data,
    i18n::Lang,
    route::{INVITATIONS, PARTNERSHIPS, use_here, with_query, without_query},
    shell::load::{loaded_part, use_parameter},
    timeline::{About, History, TimelineEntry, Told, api::earlier, words},
    ui::{Timeline, TimelineDay, TimelineItem},
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

/// The events, newest first, one sentence each, below their days.
#[component]
pub fn EventTimeline(
    /// The entries in the order in which they are shown.
    entries: Vec<TimelineEntry>,
) -> impl IntoView {
    let lang = use_lang();
    if entries.is_empty() {
        return view! { <p class="muted">{words::nothing_yet(lang)}</p> }.into_any();
    }
    let sees_partners =
        use_session().is_some_and(|session| session.may(Action::ViewPartners, SubjectKind::Own));
    let here = use_location().pathname.get_untracked();
    let leads_on = move |page: &str| page != here && (sees_partners || !is_of_partners(page));
    let mut days: Vec<(Timestamp, Vec<AnyView>)> = Vec::new();
    for entry in entries {
        let at = entry.at;
        let item = item(lang, entry, &leads_on);
        match days.last_mut() {
            Some((day, items)) if day.date_naive() == at.date_naive() => items.push(item),
            _ => days.push((at, vec![item])),
        }
    }
    let days = days
        .into_iter()
        .map(|(at, items)| view! { <TimelineDay at=at>{items}</TimelineDay> });
    view! { <Timeline>{days.collect_view()}</Timeline> }.into_any()
}

fn item(lang: Lang, entry: TimelineEntry, leads_on: &dyn Fn(&str) -> bool) -> AnyView {
    let Told {
        what,
        reason,
        tone,
        glyph,
        by_link_holder,
    } = entry.told;
    let about = entry.about.map(|about| About {
        page: about.page.filter(|page| leads_on(page)),
        ..about
    });
    let what = sentence(what.in_language(lang), about);
    let reason = reason.map(|reason| words::reason_given(lang, reason));
    let (at, organization) = (
        entry.at,
        entry.organization.map(|party| party.name.to_string()),
    );
    let by = entry
        .by
        .or_else(|| by_link_holder.then(|| words::link_holder(lang).to_owned()));
    match (by, organization) {
        (Some(by), Some(organization)) => view! {
            <TimelineItem at=at by=by organization=organization tone=tone reason=reason glyph=glyph>{what}</TimelineItem>
        }
        .into_any(),
        (Some(name), None) | (None, Some(name)) => view! {
            <TimelineItem at=at by=name tone=tone reason=reason glyph=glyph>{what}</TimelineItem>
        }
        .into_any(),
        (None, None) => view! { <TimelineItem at=at tone=tone reason=reason glyph=glyph>{what}</TimelineItem> }.into_any(),
    }
}

/// The sentence, with its subject as a link; beside it if the sentence does not have it.
fn sentence(what: String, about: Option<About>) -> AnyView {
    let Some(About {
        name,
        page: Some(page),
    }) = about
    else {
        return view! { <p>{what}</p> }.into_any();
    };
    let (before, after) = match what.split_once(&name) {
        Some((before, after)) => (before.to_owned(), after.to_owned()),
        None => (format!("{what} · "), String::new()),
    };
    view! { <p>{before} <a href=page>{name}</a> {after}</p> }.into_any()
}

/// Whether this page is one of an invitation or a partnership, which not every role may see.
fn is_of_partners(page: &str) -> bool {
    page.starts_with(INVITATIONS) || page.starts_with(PARTNERSHIPS)
}
