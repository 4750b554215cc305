//! The fields that say what is asked for: in the form that asks, and in the one by which the provider changes it.

use leptos::prelude::*;
use tierline_core::{
    order_request::{NewLine, Wanted, When},
    subscription::Plan,
};

use crate::{
    catalog::{
        model::{LineKey, plan_code, plans},
        words as catalog,
    },
    i18n::{Lang, number},
    order_request::{
        api::{CANCEL, LICENSES, NEW, RENEW, UPGRADE},
        model::OrderRequestPage,
        words,
    },
    route,
    ui::{Choice, Field, Select, TextArea},
};

/// The word by which a form names what is asked for.
pub(super) const fn code(wanted: &Wanted) -> &'static str {
    match wanted {
        Wanted::New { .. } => NEW,
        Wanted::Quantity { .. } => LICENSES,
        Wanted::Upgrade { .. } => UPGRADE,
        Wanted::Renew { .. } => RENEW,
        Wanted::Cancel { .. } => CANCEL,
    }
}

/// The number of licenses.
pub(super) fn quantity(lang: Lang, today: u32, value: String) -> AnyView {
    view! {
        <Field
            name="quantity"
            label=words::licenses(lang)
            hint=words::quantity_now(lang, number(today))
            value=value
            inputmode="numeric"
            width="short"
        />
    }
    .into_any()
}

/// With the approval, or at the renewal.
pub(super) fn when(lang: Lang, value: When) -> AnyView {
    let options = vec![
        Choice::new(When::Now.code(), words::when_now(lang)),
        Choice::new(When::AtRenewal.code(), words::when_later(lang)),
    ];
    view! {
        <Select name="when" label=words::when(lang) options=options value=value.code() width="medium"/>
    }
    .into_any()
}

/// The term and the billing plan from then on, or those that it has.
pub(super) fn plan(lang: Lang, value: Option<Plan>) -> AnyView {
    let value = value.map(plan_code).unwrap_or_default();
    let prompt = words::plan_as_is(lang);
    view! {
        <Select name="plan" label=words::plan(lang) options=all_plans(lang) value=value prompt=prompt width="medium"/>
    }
    .into_any()
}

fn all_plans(lang: Lang) -> Vec<Choice> {
    plans()
        .map(|plan| Choice::new(plan_code(plan), catalog::plan(lang, plan)))
        .collect()
}

/// Fields for the licenses and the plan of each line, with what an add-on is for.
pub(super) fn lines(lang: Lang, lines: &[NewLine], page: &OrderRequestPage) -> AnyView {
    let fields = lines
        .iter()
        .map(|line| {
            let named = page.products.iter().find(|it| it.sku == line.sku);
            let name = named.map_or_else(|| line.sku.to_string(), |it| it.name.clone());
            let base = page.bases.iter().find(|base| Some(base.id) == line.base);
            line_fields(lang, *line, name, base.map(|base| base.product.clone()))
        })
        .collect_view();
    view! { <div class="stack">{fields}</div> }.into_any()
}

fn line_fields(lang: Lang, line: NewLine, name: String, base: Option<String>) -> AnyView {
    let (sku, plan) = (line.sku, line.plan);
    let key = LineKey { sku, plan };
    let hint = base.map(|product| catalog::add_on_to(lang, product));
    let base = line.base.map(|base| {
        let (name, value) = (route::base_field(key), base.to_string());
        view! { <input type="hidden" name=name value=value/> }
    });
    let (quantity, label) = (line.quantity.to_string(), words::plan_of(lang, &name));
    let field = match hint {
        Some(hint) => view! {
            <Field name=route::line_field(key) label=name hint=hint value=quantity inputmode="numeric" width="short"/>
        }
        .into_any(),
        None => view! {
            <Field name=route::line_field(key) label=name value=quantity inputmode="numeric" width="short"/>
        }
        .into_any(),
    };
    view! {
        {field}
        {base}
        <Select
            name=format!("plans[sku-{key}]")
            label=label
            options=all_plans(lang)
            value=plan_code(plan)
            width="medium"
        />
    }
    .into_any()
}

/// What is said about it.
pub(super) fn note(lang: Lang) -> AnyView {
    view! {
        <TextArea
            name="note"
            label=words::note(lang)
            hint=words::note_hint(lang)
            rows=4
            maxlength=8000u32
            optional=true
        />
    }
    .into_any()
}

/// Hidden fields.
pub(super) fn hidden(fields: Vec<(&'static str, String)>) -> AnyView {
    fields
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect_view()
        .into_any()
}
