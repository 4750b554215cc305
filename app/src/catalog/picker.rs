//! The choice of products and licenses: the chosen lines, with a field for each quantity, and the catalog to add from.
//!
//! Every button posts the form around it, so that typed values are kept with and without JavaScript.

mod amount;
mod base;
mod catalog;
mod filter;
mod limits;
mod quantity;
#[cfg(all(test, feature = "ssr"))]
mod tests;
mod total;

use leptos::prelude::*;

pub(crate) use self::{
    amount::{Price, currency, in_currency, paid},
    catalog::Catalog,
    filter::PlanFilter,
    total::{Total, TypedQuantities},
};
use self::{
    base::base,
    quantity::QuantityField,
    total::{LineAmount, LinePrice},
};
use crate::{
    catalog::{model::ChosenLine, words},
    context::use_lang,
    i18n::Lang,
    ui::{EmptyState, Section, Table},
};

/// The chosen lines.
#[component]
pub(crate) fn ChosenLines(
    /// The lines.
    chosen: Vec<ChosenLine>,
) -> impl IntoView {
    let lang = use_lang();
    if chosen.is_empty() {
        return view! {
            <Section title=words::chosen(lang)>
                <EmptyState title=words::nothing_chosen(lang) why=words::nothing_chosen_why(lang)/>
            </Section>
        }
        .into_any();
    }
    let currency = currency(chosen.iter().map(ChosenLine::any_price));
    let heads = (
        in_currency(words::price(lang), currency),
        in_currency(words::amount(lang), currency),
    );
    let here = catalog::here();
    let rows = chosen
        .into_iter()
        .map(|line| chosen_row(lang, line, &heads, &here))
        .collect_view();
    view! {
        <Section title=words::chosen(lang)>
            <Table caption=words::chosen(lang)>
                <thead>
                    <tr>
                        <th scope="col">{words::product(lang)}</th>
                        <th scope="col" class="numeric">{heads.0}</th>
                        <th scope="col">{words::licenses(lang)}</th>
                        <th scope="col" class="numeric">{heads.1}</th>
                        <th scope="col"><span class="visually-hidden">{words::remove(lang)}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        </Section>
    }
    .into_any()
}

fn chosen_row(
    lang: Lang,
    line: ChosenLine,
    heads: &(String, String),
    here: &str,
) -> impl IntoView + use<> {
    let key = line.key();
    let name = line.product.product.name.clone();
    let plan = line.offered.is_some().then(|| words::plan(lang, line.plan));
    let named = match &plan {
        Some(plan) if !line.plan.is_default() => words::with_plan(lang, &name, plan),
        _ => name.clone(),
    };
    let base = base(lang, &line);
    let (price, amount) = heads.clone();
    view! {
        <tr>
            <th scope="row">
                {name.clone()}
                <div class="muted">{line.product.part_number.clone()}</div>
                {plan.map(|plan| view! { <div class="muted">{plan}</div> })}
            </th>
            <td class="numeric" data-label=price><LinePrice line=line.clone()/></td>
            <td data-label=words::licenses(lang)>
                <QuantityField line=line.clone()/>
                {base}
            </td>
            <td class="numeric" data-label=amount><LineAmount line=line/></td>
            <td class="row-actions">
                <button
                    type="submit"
                    class="button button-quiet"
                    name="go"
                    value=format!("remove:{key}{here}")
                    aria-label=words::remove_named(lang, named)
                >
                    {words::remove(lang)}
                </button>
            </td>
        </tr>
    }
}
