//! The calendar: working days, and holidays by year.

use std::collections::BTreeMap;

use chrono::Datelike as _;
use leptos::prelude::*;
use tierline_core::program::{Day, Group, Holiday};

use super::{
    group::{buttons, latest},
    header,
};
use crate::{
    context::{use_lang, use_now},
    data,
    form::{FilledWith, Form, Posting, Submit, changes::changes},
    i18n::Lang,
    program::{
        api::{RemoveHoliday, SetWorkingDays, program_settings},
        model::SettingsPage,
        told, words,
    },
    route,
    shell::load::loaded,
    ui::{
        ButtonLink, Checkbox, Disclosure, EmptyState, Fieldset, Section, Setting, Settings, Table,
    },
};

/// The action behind the form of the working days.
pub(super) type WorkingDaysAction = Posting<SetWorkingDays>;

/// The page at `/settings/program/calendar`.
#[component]
pub fn CalendarPage() -> impl IntoView {
    let lang = use_lang();
    let remove = Posting::<RemoveHoliday>::new();
    let removed = changes(remove);
    let data = data::load(move || removed.get(), |_| program_settings());
    loaded(data, move |page| calendar(lang, &page, remove))
}

pub(super) fn calendar(lang: Lang, page: &SettingsPage, remove: Posting<RemoveHoliday>) -> AnyView {
    let may = page.may_change.is_ok();
    let holidays = holidays(lang, &page.holidays, may.then_some(remove));
    let latest = latest(page.latest(Group::Holidays).cloned());
    let days = told::days(lang, page.working_days);
    let add = move || {
        may.then(|| {
            view! { <ButtonLink href=route::program_group(Group::Holidays.code())>{words::add_holidays(lang)}</ButtonLink> }
        })
    };
    view! {
        <div class="narrow">
            {header(lang, page, route::PROGRAM_CALENDAR)}
            <Section
                title=told::group(lang, Group::WorkingDays)
                lead=words::about(lang, Group::WorkingDays)
            >
                <Settings>
                    <Setting
                        href=route::program_group(Group::WorkingDays.code())
                        name=words::days_of_week(lang)
                    >
                        <span>{days}</span>
                    </Setting>
                </Settings>
            </Section>
            <Section
                title=told::group(lang, Group::Holidays)
                lead=words::about(lang, Group::Holidays)
                action=add
            >
                {holidays}
                {latest}
            </Section>
        </div>
    }
    .into_any()
}

/// The form of the working days, or the days alone for whoever may not change them.
pub(super) fn working_days(lang: Lang, page: &SettingsPage, action: WorkingDaysAction) -> AnyView {
    if page.may_change.is_err() {
        return view! { <p>{told::days(lang, page.working_days)}</p> }.into_any();
    }
    let (mark, ticked) = (page.mark(Group::WorkingDays), page.working_days);
    view! {
        <Form action=action form="working-days">
            <FilledWith mark=mark/>
            <Fieldset legend=words::days_of_week(lang)>
                {Day::ALL
                    .into_iter()
                    .map(|day| {
                        view! {
                            <Checkbox
                                name="days[]"
                                label=told::day(lang, day)
                                value=day.code()
                                checked=ticked.includes(day)
                            />
                        }
                    })
                    .collect_view()}
            </Fieldset>
            {buttons(lang, Group::WorkingDays)}
        </Form>
    }
    .into_any()
}

/// A table for each year. All but this one are folded.
fn holidays(lang: Lang, all: &[Holiday], remove: Option<Posting<RemoveHoliday>>) -> AnyView {
    if all.is_empty() {
        return view! {
            <EmptyState title=words::no_holidays(lang) why=words::no_holidays_why(lang)/>
        }
        .into_any();
    }
    let mut years: BTreeMap<i32, Vec<Holiday>> = BTreeMap::new();
    for holiday in all {
        let of_year = years.entry(holiday.day.year()).or_default();
        of_year.push(holiday.clone());
    }
    let this_year = use_now().year();
    let years = years.into_iter().map(|(year, holidays)| {
        let summary = match holidays.len() {
            1 => words::one_in_year(lang, year),
            count => words::year(lang, year, count),
        };
        let table = table(lang, year, holidays, remove);
        view! { <Disclosure summary=summary open={year == this_year}>{table}</Disclosure> }
    });
    years.collect::<Vec<_>>().into_any()
}

fn table(
    lang: Lang,
    year: i32,
    holidays: Vec<Holiday>,
    remove: Option<Posting<RemoveHoliday>>,
) -> AnyView {
    let rows = holidays.into_iter().map(|holiday| {
        let day = told::day_of(lang, holiday.day);
        let weekday = told::day(lang, holiday.day.weekday().into());
        let name = holiday.name.map(|name| name.to_string());
        let remove = remove.map(|action| {
            let value = holiday.day.to_string();
            let of_day = day.clone();
            view! {
                <td class="cell-last">
                    <Form action=action form=format!("remove-{value}")>
                        <input type="hidden" name="day" value=value/>
                        <Submit look="plain">
                            {words::remove(lang)} <span class="visually-hidden">" " {of_day}</span>
                        </Submit>
                    </Form>
                </td>
            }
        });
        view! {
            <tr>
                <th scope="row">{day}</th>
                <td class="cell-second" data-label=words::weekday(lang)>{weekday}</td>
                <td class="cell-value" data-label=words::name_of_day(lang)>{name}</td>
                {remove}
            </tr>
        }
    });
    let rows = rows.collect_view();
    let last = remove.map(|_| {
        view! { <th scope="col"><span class="visually-hidden">{words::remove(lang)}</span></th> }
    });
    view! {
        <Table caption=words::holidays_of(lang, year)>
            <thead>
                <tr>
                    <th scope="col">{words::day(lang)}</th>
                    <th scope="col">{words::weekday(lang)}</th>
                    <th scope="col">{words::name_of_day(lang)}</th>
                    {last}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}
