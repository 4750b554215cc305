//! **Import price sheet**, **Import product details** and **Import own price list**, for the operator.

use leptos::prelude::*;
use tierline_core::import::Kind;

use crate::{
    catalog::words::operator as words,
    context::use_lang,
    i18n::Lang,
    import::{StartImport, words as importing},
    route,
    ui::{Choice, Field, PageHeader, Select},
};

/// The segments of the program's price sheets.
const SEGMENTS: [&str; 4] = ["Commercial", "Education", "Charity", "Government"];

/// The page.
#[component]
pub fn ImportPricesPage() -> impl IntoView {
    let lang = use_lang();
    let trail = vec![(route::CATALOG.to_owned(), words::title(lang).to_owned())];
    view! {
        <PageHeader trail=trail title=words::import(lang) lead=words::import_lead(lang)/>
        <StartImport kind=Kind::PriceSheet fields=choice/>
    }
}

/// The page for a simple price list.
#[component]
pub fn ImportPriceListPage() -> impl IntoView {
    let lang = use_lang();
    let trail = vec![(route::CATALOG.to_owned(), words::title(lang).to_owned())];
    view! {
        <PageHeader
            trail=trail
            title=words::import_list(lang)
            lead=words::import_list_lead(lang)
        />
        <StartImport kind=Kind::PriceList fields=columns/>
    }
}

/// The page for what the price sheet lacks.
#[component]
pub fn ImportProductDetailsPage() -> impl IntoView {
    let lang = use_lang();
    let trail = vec![(route::CATALOG.to_owned(), words::title(lang).to_owned())];
    view! {
        <PageHeader
            trail=trail
            title=words::import_details(lang)
            lead=words::import_details_lead(lang)
        />
        <StartImport kind=Kind::ProductDetails fields=details/>
    }
}

/// The names of the columns, and lines as examples: a product with upgrades, and an add-on.
fn details(lang: Lang) -> AnyView {
    view! {
        <p>{words::details_columns(lang)}</p>
        <pre class="mail-text card">
            "ProductId,SkuId,Kind,Minimum,Maximum,PerCustomer,OnePerCustomer,Bases,UpgradeTargets\n"
            "CFQ7TTC0LH18,0001,license,1,300,300,no,,CFQ7TTC0LDPB:0001 CFQ7TTC0LCHC:0002\n"
            "CFQ7TTC0LHSL,0001,license,,,,no,CFQ7TTC0LH18:0001,"
        </pre>
        <p>{words::details_line(lang)}</p>
    }
    .into_any()
}

/// The names of the columns, and a line as an example.
fn columns(lang: Lang) -> AnyView {
    view! {
        <p>{words::list_columns(lang)}</p>
        <pre class="mail-text card">
            "sku,part_number,name,maximum,per_customer,USD,EUR\n"
            "3b555118-da6a-4418-894f-7df1e2096870,BASIC,Business Basic,300,300,6.00,5.60"
        </pre>
    }
    .into_any()
}

/// What of a sheet is imported.
fn choice(lang: Lang) -> AnyView {
    let segments: Vec<Choice> = SEGMENTS
        .into_iter()
        .map(|name| Choice::new(name, name))
        .collect();
    view! {
        <Field
            name="markets"
            label=importing::markets(lang)
            hint=importing::markets_hint(lang)
            width="medium"
            maxlength=1_000u32
        />
        <Select name="segment" label=importing::segment(lang) options=segments width="medium"/>
    }
    .into_any()
}
