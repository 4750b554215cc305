//! The fields that say what is asked for: in the form that asks, and in the one by which the provider changes it.

use leptos::prelude::*;
use tierline_core::{
    ids::SkuId,
    order_request::{Wanted, When},
    subscription::Plan,
};

use crate::{
    catalog::words as catalog,
    i18n::{Lang, number},
    order_request::{
        api::{CANCEL, LICENSES, NEW, RENEW, UPGRADE},
        words,
    },
    route,
    subscription::model::{NamedProduct, plan_code, plans},
    ui::{Choice, Field, Select},
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

/// The term and the billing plan: one of all, or what it is.
pub(super) fn plan(lang: Lang, value: Option<Plan>, as_is: bool) -> AnyView {
    let options: Vec<Choice> = plans()
        .map(|plan| Choice::new(plan_code(plan), catalog::plan(lang, plan)))
        .collect();
    let value = value.map(plan_code).unwrap_or_default();
    if as_is {
        let prompt = words::plan_as_is(lang);
        return view! {
            <Select name="plan" label=words::plan(lang) options=options value=value prompt=prompt width="medium"/>
        }
        .into_any();
    }
    view! { <Select name="plan" label=words::plan(lang) options=options value=value width="medium"/> }
        .into_any()
}

/// A field for the licenses of each product.
pub(super) fn lines(lang: Lang, products: Vec<(NamedProduct, String)>) -> AnyView {
    let fields = products
        .into_iter()
        .map(|(product, value)| line(lang, product.sku, product.name, value))
        .collect_view();
    view! { <div class="stack">{fields}</div> }.into_any()
}

fn line(_: Lang, sku: SkuId, name: String, value: String) -> AnyView {
    view! {
        <Field name=route::line_field(sku) label=name value=value inputmode="numeric" width="short"/>
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
