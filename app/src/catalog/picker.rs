//! The choice of products and licenses: the chosen lines, with a field for each quantity, and the catalog to add from.
//!
//! Every button posts the form around it, so that typed values are kept with and without JavaScript.

mod amount;
mod catalog;
mod limits;
mod quantity;
#[cfg(all(test, feature = "ssr"))]
mod tests;
mod total;

use leptos::prelude::*;

pub(crate) use self::{
    amount::{Price, currency, in_currency},
    catalog::Catalog,
    total::{Total, TypedQuantities},
};
use self::{quantity::QuantityField, total::LineAmount};
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
    let currency = currency(chosen.iter().map(|line| &line.product.product));
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
    let product = line.product.product.clone();
    let name = product.name.clone();
    let (price, amount) = heads.clone();
    view! {
        <tr>
            <th scope="row">
                {name.clone()}
                <div class="muted">{line.product.part_number.clone()}</div>
            </th>
            <td class="numeric" data-label=price><Price price=product.price/></td>
            <td data-label=words::licenses(lang)><QuantityField line=line.clone()/></td>
            <td class="numeric" data-label=amount><LineAmount line=line/></td>
            <td class="row-actions">
                <button
                    type="submit"
                    class="button button-quiet"
                    name="go"
                    value=format!("remove:{}{here}", product.sku)
                    aria-label=words::remove_named(lang, name)
                >
                    {words::remove(lang)}
                </button>
            </td>
        </tr>
    }
}
