//! A group of numbers: its form, or the numbers alone for whoever may not change them.

use leptos::{prelude::*, server_fn::ServerFn};
use tierline_core::program::{Bounds, Group};

use crate::{
    context::use_lang,
    error::PortalError,
    form::{FilledWith, Form, Posting, Submit, changes::changes},
    i18n::{Lang, Moment, number},
    program::{
        api::{SetLifetimes, SetLimits, SetPromises, SetQuotas, SetRetention},
        model::{LatestChange, SettingsPage, ShownValue},
        told, words,
    },
    ui::{Field, Pair, Pairs, Section},
};

/// The actions behind the forms of numbers.
#[derive(Clone, Copy)]
pub(super) struct Numbers {
    pub(super) promises: Posting<SetPromises>,
    pub(super) lifetimes: Posting<SetLifetimes>,
    pub(super) limits: Posting<SetLimits>,
    pub(super) quotas: Posting<SetQuotas>,
    pub(super) retention: Posting<SetRetention>,
}

impl Numbers {
    /// How often something was changed by them.
    pub(super) fn changes(self) -> Signal<usize> {
        let all = [
            changes(self.promises),
            changes(self.lifetimes),
            changes(self.limits),
            changes(self.quotas),
            changes(self.retention),
        ];
        Signal::derive(move || all.iter().map(|it| it.get()).sum::<usize>())
    }
}

/// The part of the page for this group.
pub(super) fn section(lang: Lang, page: &SettingsPage, group: Group, numbers: Numbers) -> AnyView {
    let values: Vec<ShownValue> = page
        .values
        .iter()
        .filter(|it| it.setting.group() == group)
        .copied()
        .collect();
    let shown = if page.may_change.is_ok() {
        match group {
            Group::Promises => form(lang, page, group, values, numbers.promises),
            Group::Lifetimes => form(lang, page, group, values, numbers.lifetimes),
            Group::Limits => form(lang, page, group, values, numbers.limits),
            Group::Quotas => form(lang, page, group, values, numbers.quotas),
            Group::Retention => form(lang, page, group, values, numbers.retention),
            // The calendar has a part of its own.
            Group::WorkingDays | Group::Holidays => ().into_any(),
        }
    } else {
        read(lang, values)
    };
    let latest = latest(page.latest(group).cloned());
    view! {
        <Section title=told::group(lang, group) lead=words::about(lang, group)>
            {latest}
            {shown}
        </Section>
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

fn form<S>(
    lang: Lang,
    page: &SettingsPage,
    group: Group,
    values: Vec<ShownValue>,
    action: Posting<S>,
) -> AnyView
where
    S: ServerFn<Error = PortalError> + 'static,
{
    let mark = page.mark(group);
    view! {
        <Form action=action form=group.code()>
            <FilledWith mark=mark/>
            {fields(lang, &values)}
            <div class="actions">
                <Submit look="quiet">{words::save(lang)}</Submit>
            </div>
        </Form>
    }
    .into_any()
}

fn fields(lang: Lang, values: &[ShownValue]) -> AnyView {
    let fields = values.iter().map(|shown| {
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
                hint=hint(lang, *shown)
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

fn read(lang: Lang, values: Vec<ShownValue>) -> AnyView {
    let pairs = values.into_iter().map(|shown| {
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
