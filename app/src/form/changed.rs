//! Values that another user has saved while a form was being filled in.

use leptos::prelude::*;
use tierline_core::market::Country;

use crate::{
    context::use_lang,
    form::{
        mark::{Changed, StoredField},
        words::changed as words,
    },
    i18n::Lang,
    ui::{Pair, Pairs},
};

/// The labels of the fields of a form that two users can edit at the same time: its page provides this as a context.
#[derive(Clone, Copy)]
pub struct FieldLabels(pub fn(Lang, &str) -> Option<&'static str>);

/// Says that nothing was saved, and shows the stored values that differ from the typed ones.
#[component]
pub fn ChangedNotice(
    /// The stored values.
    changed: Changed,
) -> impl IntoView {
    let lang = use_lang();
    let labels = use_context::<FieldLabels>();
    let pairs = changed
        .fields
        .into_iter()
        .map(|field| {
            let label = labels
                .and_then(|labels| labels.0(lang, &field.field))
                .unwrap_or_else(|| words::other(lang));
            view! { <Pair label=label><span class="as-typed">{value(lang, field)}</span></Pair> }
        })
        .collect_view();
    view! {
        <h2>{words::title(lang)}</h2>
        <p>{words::what_now(lang)}</p>
        <Pairs>{pairs}</Pairs>
    }
}

fn value(lang: Lang, field: StoredField) -> String {
    match (field.field.as_str(), Country::parse(&field.value)) {
        (_, _) if field.value.trim().is_empty() => words::nothing(lang).to_owned(),
        ("country", Ok(country)) => crate::i18n::market::country(lang, country).to_owned(),
        _ => field.value,
    }
}
