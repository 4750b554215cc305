//! **Import price sheet**, for the operator.

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
