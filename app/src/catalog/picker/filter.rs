//! The catalog filtered by term, billing plan and kind.

use leptos::prelude::*;
use tierline_core::{
    catalog::Kind,
    term::{Billing, Term},
};

use crate::{
    catalog::{
        model::{billing_code, term_code},
        words,
    },
    context::use_lang,
    shell::load::use_parameter,
};

/// What the catalog is filtered by, as it stands in the address; empty where it is not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PlanFilter {
    /// The term.
    pub(crate) term: String,
    /// How it is billed.
    pub(crate) billing: String,
    /// The kind of product.
    pub(crate) kind: String,
}

impl PlanFilter {
    /// As it stands in the address.
    pub(crate) fn of_address() -> Memo<PlanFilter> {
        let (term, billing, kind) = (
            use_parameter("term"),
            use_parameter("billing"),
            use_parameter("kind"),
        );
        Memo::new(move |_| PlanFilter {
            term: term.get(),
            billing: billing.get(),
            kind: kind.get(),
        })
    }
}

/// The fields of the filter, which the form around them posts.
#[component]
pub(super) fn FilterFields(
    /// What is filtered by now.
    filter: PlanFilter,
) -> impl IntoView {
    let lang = use_lang();
    let terms = Term::ALL.map(|term| (term_code(term), words::term(lang, term)));
    let billings = Billing::ALL.map(|it| (billing_code(it), words::billing(lang, it)));
    let kinds = Kind::ALL.map(|kind| (kind.code(), words::kind(lang, kind)));
    view! {
        {field("term", words::term_of(lang), words::any_term(lang), &terms, &filter.term)}
        {field("billing", words::billing_of(lang), words::any_billing(lang), &billings, &filter.billing)}
        {field("kind", words::kind_of(lang), words::any_kind(lang), &kinds, &filter.kind)}
    }
}

fn field(
    name: &'static str,
    label: &'static str,
    any: &'static str,
    answers: &[(&'static str, &'static str)],
    chosen: &str,
) -> AnyView {
    let id = format!("product-{name}");
    let options = answers
        .iter()
        .map(|(value, words)| {
            let selected = *value == chosen;
            view! { <option value=*value selected=selected>{*words}</option> }
        })
        .collect_view();
    view! {
        <div class="filter-field">
            <label for=id.clone()>{label}</label>
            <div class="field-control">
                <select id=id name=name autocomplete="off">
                    <option value="" selected=chosen.is_empty()>{any}</option>
                    {options}
                </select>
            </div>
        </div>
    }
    .into_any()
}
