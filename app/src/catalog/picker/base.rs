//! The subscription that an add-on is for.

use leptos::prelude::*;

use crate::{
    catalog::{model::ChosenLine, words},
    i18n::{Lang, date, number},
    route,
    ui::{Choice, Select},
};

/// The choice of a subscription for an add-on; nothing for what is no add-on.
pub(super) fn base(lang: Lang, line: &ChosenLine) -> Option<AnyView> {
    let goes_with = &line.product.goes_with;
    if goes_with.is_empty() {
        return None;
    }
    if line.bases.is_empty() && line.beside.is_none() {
        let needs = words::needs_base(lang, goes_with.join(", "));
        return Some(view! { <p class="field-error">{needs}</p> }.into_any());
    }
    let options = line.bases.iter().map(|base| {
        let told = words::base_choice(
            lang,
            &base.product,
            number(i64::from(base.quantity)),
            date(lang, base.ends),
        );
        Choice::new(base.id.to_string(), told)
    });
    let options: Vec<Choice> = options.collect();
    let prompt = match &line.beside {
        Some(product) => words::beside(lang, product),
        None => words::choose_base(lang).to_owned(),
    };
    let (name, value) = (route::base_field(line.key()), line.base.clone());
    Some(
        view! {
            <Select name=name label=words::base(lang) options=options value=value prompt=prompt/>
        }
        .into_any(),
    )
}
