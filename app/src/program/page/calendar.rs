//! The calendar: working days, and holidays by year.

use std::collections::BTreeMap;

use chrono::Datelike as _;
use leptos::prelude::*;
use tierline_core::program::{Day, Group, Holiday};

use super::group::latest;
use crate::{
    context::use_now,
    form::{FilledWith, Form, Posting, Submit, changes::changes},
    i18n::Lang,
    program::{
        api::{AddHoliday, AddHolidays, RemoveHoliday, SetWorkingDays},
        model::SettingsPage,
        told, words,
    },
    ui::{Checkbox, Disclosure, EmptyState, Field, Fieldset, Section, Table, TextArea},
};

/// The actions behind the calendar's forms.
#[derive(Clone, Copy)]
pub(super) struct Calendar {
    pub(super) days: Posting<SetWorkingDays>,
    pub(super) add: Posting<AddHoliday>,
    pub(super) add_list: Posting<AddHolidays>,
    pub(super) remove: Posting<RemoveHoliday>,
}

impl Calendar {
    /// How often something was changed by them.
    pub(super) fn changes(self) -> Signal<usize> {
        let all = [
            changes(self.days),
            changes(self.add),
            changes(self.add_list),
            changes(self.remove),
        ];
        Signal::derive(move || all.iter().map(|it| it.get()).sum::<usize>())
    }
}

/// Both parts of the page.
pub(super) fn calendar(lang: Lang, page: &SettingsPage, actions: Calendar) -> AnyView {
    let may = page.may_change.is_ok();
    let days = if may {
        working_days(lang, page, actions.days)
    } else {
        view! { <p>{told::days(lang, page.working_days)}</p> }.into_any()
    };
    let (of_days, of_holidays) = (
        latest(page.latest(Group::WorkingDays).cloned()),
        latest(page.latest(Group::Holidays).cloned()),
    );
    let add = may.then(|| add(lang, actions));
    let holidays = holidays(lang, &page.holidays, may.then_some(actions.remove));
    view! {
        <Section
            title=told::group(lang, Group::WorkingDays)
            lead=words::about(lang, Group::WorkingDays)
        >
            {of_days}
            {days}
        </Section>
        <Section title=told::group(lang, Group::Holidays) lead=words::about(lang, Group::Holidays)>
            {of_holidays}
            {holidays}
            {add}
        </Section>
    }
    .into_any()
}

fn working_days(lang: Lang, page: &SettingsPage, action: Posting<SetWorkingDays>) -> AnyView {
    let (mark, ticked) = (page.mark(Group::WorkingDays), page.working_days);
    view! {
        <Form action=action form="working-days">
            <FilledWith mark=mark/>
            <Fieldset legend=told::group(lang, Group::WorkingDays) titled=true>
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
            <div class="actions">
                <Submit look="quiet">{words::save(lang)}</Submit>
            </div>
        </Form>
    }
    .into_any()
}

/// One day, or a list.
fn add(lang: Lang, actions: Calendar) -> AnyView {
    view! {
        <h3>{words::add_one(lang)}</h3>
        <Form action=actions.add form="holiday">
            <Field name="day" kind="date" label=words::day(lang) width="medium"/>
            <Field name="name" label=words::name_of_day(lang) optional=true maxlength=80u32/>
            <div class="actions">
                <Submit look="quiet">{words::add(lang)}</Submit>
            </div>
        </Form>
        <h3>{words::add_several(lang)}</h3>
        <Form action=actions.add_list form="holidays">
            <TextArea
                name="list"
                label=words::list(lang)
                hint=words::list_hint(lang)
                maxlength=60_000u32
            />
            <div class="actions">
                <Submit look="quiet">{words::add(lang)}</Submit>
            </div>
        </Form>
    }
    .into_any()
}

/// A table for each year. Past years are folded.
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
        let (table, is_open) = (table(lang, year, holidays, remove), year >= this_year);
        view! { <Disclosure summary=summary open=is_open>{table}</Disclosure> }
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
