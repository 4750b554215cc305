//! The numbers of a group: their form, or the numbers alone for whoever may not change them.

use leptos::{prelude::*, server_fn::ServerFn};
use tierline_core::program::{Bounds, Group};

use super::{group::buttons, of_group};
use crate::{
    error::PortalError,
    form::{FilledWith, Form, Posting},
    i18n::{Lang, number},
    program::{
        api::{SetLifetimes, SetLimits, SetPromises, SetQuotas, SetRetention},
        model::{SettingsPage, ShownValue},
        told, words,
    },
    ui::{Field, Pair, Pairs},
};

/// The actions behind the forms of numbers.
#[derive(Clone, Copy)]
pub(super) struct Numbers {
    promises: Posting<SetPromises>,
    lifetimes: Posting<SetLifetimes>,
    limits: Posting<SetLimits>,
    quotas: Posting<SetQuotas>,
    retention: Posting<SetRetention>,
}

impl Numbers {
    pub(super) fn new() -> Numbers {
        Numbers {
            promises: Posting::new(),
            lifetimes: Posting::new(),
            limits: Posting::new(),
            quotas: Posting::new(),
            retention: Posting::new(),
        }
    }
}

/// What the page of this group shows.
pub(super) fn numbers(lang: Lang, page: &SettingsPage, group: Group, numbers: Numbers) -> AnyView {
    if page.may_change.is_err() {
        return read(lang, page, group);
    }
    match group {
        Group::Promises => form(lang, page, group, numbers.promises),
        Group::Lifetimes => form(lang, page, group, numbers.lifetimes),
        Group::Limits => form(lang, page, group, numbers.limits),
        Group::Quotas => form(lang, page, group, numbers.quotas),
        Group::Retention => form(lang, page, group, numbers.retention),
        // The calendar has forms of its own.
        Group::WorkingDays | Group::Holidays => ().into_any(),
    }
}

fn form<S>(lang: Lang, page: &SettingsPage, group: Group, action: Posting<S>) -> AnyView
where
    S: ServerFn<Error = PortalError> + 'static,
{
    // A field finds its form around it, so it is made there.
    let (mark, numbers) = (page.mark(group), of_group(page, group).collect::<Vec<_>>());
    view! {
        <Form action=action form=group.code()>
            <FilledWith mark=mark/>
            {fields(lang, numbers)}
            {buttons(lang, group)}
        </Form>
    }
    .into_any()
}

fn fields(lang: Lang, numbers: Vec<ShownValue>) -> AnyView {
    let fields = numbers.into_iter().map(|shown| {
        let Bounds { least, most } = shown.setting.bounds();
        let unit = told::unit(lang, shown.setting.unit());
        // The unit stands with the name: a number field has its own arrows at its end.
        let name = told::setting(lang, shown.setting);
        let label = if unit.is_empty() {
            name.to_owned()
        } else {
            words::in_unit(lang, name, unit)
        };
        view! {
            <Field
                name=shown.setting.code()
                kind="number"
                inputmode="numeric"
                label=label
                hint=hint(lang, shown)
                value=shown.value.to_string()
                min=least.to_string()
                max=most.to_string()
                width="short"
            />
        }
    });
    fields.collect::<Vec<_>>().into_any()
}

fn hint(lang: Lang, shown: ShownValue) -> String {
    let Bounds { least, most } = shown.setting.bounds();
    let (least, most) = (number(least), number(most));
    if shown.is_set {
        words::bounds(lang, least, most)
    } else {
        let usual = told::value(lang, shown.setting, shown.value);
        words::bounds_and_usual(lang, least, most, usual)
    }
}

fn read(lang: Lang, page: &SettingsPage, group: Group) -> AnyView {
    let pairs = of_group(page, group).map(|shown| {
        let value = told::value(lang, shown.setting, shown.value);
        let bounds = hint(lang, shown);
        view! {
            <Pair label=told::setting(lang, shown.setting)>
                {value} " " <span class="muted">{bounds}</span>
            </Pair>
        }
    });
    let pairs = pairs.collect_view();
    view! { <Pairs>{pairs}</Pairs> }.into_any()
}
