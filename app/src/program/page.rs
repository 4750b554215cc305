//! **Program settings**: the numbers that count, the calendar, and what was changed, on a tab each. Each group is
//! changed on a page of its own.

mod calendar;
mod group;
mod holidays;
mod numbers;

use leptos::prelude::*;
use tierline_core::program::Group;

pub(crate) use self::{calendar::CalendarPage, group::SettingsGroupPage};
use crate::{
    context::use_lang,
    data,
    i18n::Lang,
    program::{
        api::program_settings,
        model::{SettingsPage, ShownValue},
        told, words,
    },
    refusal::RefusedBy,
    route,
    shell::{load::loaded, words as shell},
    timeline::PagedTimeline,
    ui::{EmptyState, PageHeader, Section, Setting, Settings, Tab, Tabs, quiet},
};

/// The groups of numbers, in their order.
const NUMBERS: [Group; 5] = [
    Group::Promises,
    Group::Lifetimes,
    Group::Limits,
    Group::Quotas,
    Group::Retention,
];

/// The page at `/settings/program`.
#[component]
pub fn ProgramSettingsPage() -> impl IntoView {
    let lang = use_lang();
    let data = data::load(|| (), |()| program_settings());
    loaded(data, move |page| values(lang, &page))
}

/// The page at `/settings/program/history`.
#[component]
pub fn HistoryPage() -> impl IntoView {
    let lang = use_lang();
    let data = data::load(|| (), |()| program_settings());
    loaded(data, move |page| history(lang, page))
}

/// The header of the three tabs.
fn header(lang: Lang, page: &SettingsPage, current: &'static str) -> AnyView {
    let tabs = [
        (route::PROGRAM_SETTINGS, words::values(lang)),
        (route::PROGRAM_CALENDAR, words::calendar(lang)),
        (route::PROGRAM_HISTORY, words::history(lang)),
    ];
    let at = tabs.iter().position(|(path, _)| *path == current);
    let tabs = tabs.map(|(path, label)| Tab::new(path, label)).to_vec();
    let trail = vec![(route::SETTINGS.to_owned(), shell::settings(lang).to_owned())];
    let refused = refused(lang, page);
    view! {
        <PageHeader
            trail=trail
            title=words::title(lang)
            lead=words::lead(lang)
            tabs=move || view! { <Tabs label=words::title(lang) tabs=tabs current=at.unwrap_or_default()/> }
        >
            {refused}
        </PageHeader>
    }
    .into_any()
}

/// Why the reader may change nothing.
fn refused(lang: Lang, page: &SettingsPage) -> Option<AnyView> {
    let refusal = page.may_change.clone().err()?;
    Some(view! { <RefusedBy label=words::change(lang) refusal=refusal/> }.into_any())
}

fn values(lang: Lang, page: &SettingsPage) -> AnyView {
    let sections = NUMBERS.map(|group| {
        let rows = of_group(page, group).map(|shown| row(lang, shown));
        let rows = rows.collect::<Vec<_>>();
        view! {
            <Section title=told::group(lang, group) lead=words::about(lang, group)>
                <Settings>{rows}</Settings>
            </Section>
        }
    });
    view! {
        <div class="narrow">
            {header(lang, page, route::PROGRAM_SETTINGS)}
            {sections.into_iter().collect_view()}
        </div>
    }
    .into_any()
}

/// The numbers of a group.
fn of_group(page: &SettingsPage, group: Group) -> impl Iterator<Item = ShownValue> {
    let all = page.values.iter().copied();
    all.filter(move |it| it.setting.group() == group)
}

/// A number leads to the form of its group.
fn row(lang: Lang, shown: ShownValue) -> AnyView {
    let value = told::value(lang, shown.setting, shown.value);
    // Where it comes from, if nobody has set it.
    let default = (!shown.is_set).then(|| quiet(words::server_default(lang)));
    view! {
        <Setting
            href=route::program_group(shown.setting.group().code())
            name=told::setting(lang, shown.setting)
        >
            <span>{value}</span>
            {default}
        </Setting>
    }
    .into_any()
}

fn history(lang: Lang, page: SettingsPage) -> AnyView {
    let header = header(lang, &page, route::PROGRAM_HISTORY);
    let changes = match page.timeline {
        Some(history) => view! {
            // The days of the timeline are one level lower.
            <h2 class="visually-hidden">{words::history(lang)}</h2>
            <PagedTimeline history=history/>
        }
        .into_any(),
        None => view! {
            <EmptyState title=words::no_changes(lang) why=words::no_changes_why(lang)/>
        }
        .into_any(),
    };
    view! {
        <div class="narrow">
            {header}
            {changes}
        </div>
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests;
