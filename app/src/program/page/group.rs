//! The page of a group: its form, or what counts alone for whoever may not change it.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::program::Group;

use super::{
    calendar::{WorkingDaysAction, working_days},
    holidays::{HolidayAction, add},
    numbers::{Numbers, numbers},
    refused,
};
use crate::{
    context::use_lang,
    data,
    error::PortalError,
    form::{FieldLabels, Submit},
    i18n::{Lang, Moment},
    program::{
        api::program_settings,
        model::{LatestChange, SettingsPage},
        told, words,
    },
    route,
    shell::{load::loaded, words as shell},
    ui::{ButtonLink, PageHeader, words as ui},
};

/// The actions behind the forms of every group.
#[derive(Clone, Copy)]
pub(super) struct Actions {
    numbers: Numbers,
    days: WorkingDaysAction,
    holiday: HolidayAction,
}

impl Actions {
    pub(super) fn new() -> Actions {
        Actions {
            numbers: Numbers::new(),
            days: WorkingDaysAction::new(),
            holiday: HolidayAction::new(),
        }
    }
}

/// The page at `/settings/program/{group}`.
#[component]
pub fn SettingsGroupPage() -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    let (params, actions) = (use_params_map(), Actions::new());
    let data = data::load(
        move || params.with(|params| params.get("group").unwrap_or_default()),
        |group| async move {
            let group: Group = group.parse().map_err(|_| PortalError::NotFound)?;
            Ok(OfGroup {
                group,
                page: program_settings().await?,
            })
        },
    );
    loaded(data, move |OfGroup { group, page }| {
        view(lang, group, &page, actions)
    })
}

/// What counts, and of which group the page is.
#[derive(Clone, Debug, PartialEq, serde::Serialize, tierline_core::read::Read)]
struct OfGroup {
    group: Group,
    page: SettingsPage,
}

pub(super) fn view(lang: Lang, group: Group, page: &SettingsPage, actions: Actions) -> AnyView {
    let back = page_of(group);
    let mut trail = vec![
        (route::SETTINGS.to_owned(), shell::settings(lang).to_owned()),
        (
            route::PROGRAM_SETTINGS.to_owned(),
            words::title(lang).to_owned(),
        ),
    ];
    if back == route::PROGRAM_CALENDAR {
        trail.push((back.to_owned(), words::calendar(lang).to_owned()));
    }
    let content = match group {
        Group::WorkingDays => working_days(lang, page, actions.days),
        Group::Holidays => add(page, actions.holiday),
        _ => numbers(lang, page, group, actions.numbers),
    };
    let (latest, refused) = (latest(page.latest(group).cloned()), refused(lang, page));
    view! {
        <div class="narrow">
            <PageHeader trail=trail title=told::group(lang, group) lead=words::about(lang, group)>
                {refused}
            </PageHeader>
            {content}
            {latest}
        </div>
    }
    .into_any()
}

/// The tab that shows a group.
const fn page_of(group: Group) -> &'static str {
    match group {
        Group::WorkingDays | Group::Holidays => route::PROGRAM_CALENDAR,
        _ => route::PROGRAM_SETTINGS,
    }
}

/// Saving, and the way back.
pub(super) fn buttons(lang: Lang, group: Group) -> AnyView {
    view! {
        <div class="actions">
            <Submit>{words::save(lang)}</Submit>
            <ButtonLink href=page_of(group) look="plain">{ui::cancel(lang)}</ButtonLink>
        </div>
    }
    .into_any()
}

/// Who changed it last, and when.
pub(super) fn latest(latest: Option<LatestChange>) -> AnyView {
    let lang = use_lang();
    match latest {
        Some(latest) => view! {
            <p class="muted">{words::changed_by(lang, latest.by)} " " <Moment at=latest.at/></p>
        }
        .into_any(),
        None => view! { <p class="muted">{words::never_changed(lang)}</p> }.into_any(),
    }
}
