//! **Program settings**: a form for each group, the calendar, and what was changed.

mod calendar;
mod group;

use leptos::prelude::*;
use tierline_core::program::Group;

use self::{
    calendar::{Calendar, calendar},
    group::{Numbers, section},
};
use crate::{
    context::use_lang,
    data,
    form::{FieldLabels, Posting},
    i18n::Lang,
    program::{api::program_settings, model::SettingsPage, words},
    refusal::RefusedBy,
    route,
    shell::{load::loaded, words as shell},
    timeline::PagedTimeline,
    ui::{PageHeader, Section},
};

/// The actions behind the page's forms.
#[derive(Clone, Copy)]
struct Actions {
    numbers: Numbers,
    calendar: Calendar,
}

impl Actions {
    fn new() -> Actions {
        Actions {
            numbers: Numbers {
                promises: Posting::new(),
                lifetimes: Posting::new(),
                limits: Posting::new(),
                quotas: Posting::new(),
                retention: Posting::new(),
            },
            calendar: Calendar {
                days: Posting::new(),
                add: Posting::new(),
                add_list: Posting::new(),
                remove: Posting::new(),
            },
        }
    }
}

/// The page at `/settings/program`.
#[component]
pub fn ProgramSettingsPage() -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    let actions = Actions::new();
    let (numbers, days) = (actions.numbers.changes(), actions.calendar.changes());
    let data = data::load(move || numbers.get() + days.get(), |_| program_settings());
    loaded(data, move |page| view(lang, page, actions).into_any())
}

fn view(lang: Lang, page: SettingsPage, actions: Actions) -> impl IntoView {
    let trail = vec![(route::SETTINGS.to_owned(), shell::settings(lang).to_owned())];
    let refused = page.may_change.clone().err();
    let groups = [
        Group::Promises,
        Group::Lifetimes,
        Group::Limits,
        Group::Quotas,
        Group::Retention,
    ];
    let sections = groups.map(|group| section(lang, &page, group, actions.numbers));
    let calendar = calendar(lang, &page, actions.calendar);
    let history = page.timeline.map(|history| {
        view! { <Section title=words::history(lang)><PagedTimeline history=history/></Section> }
    });
    view! {
        <div class="narrow">
            <PageHeader trail=trail title=words::title(lang) lead=words::lead(lang)>
                {refused.map(|refusal| view! { <RefusedBy label=words::change(lang) refusal=refusal/> })}
            </PageHeader>
            {sections.into_iter().collect_view()}
            {calendar}
            {history}
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests;
