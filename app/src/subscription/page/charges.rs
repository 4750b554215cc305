//! Lines of the ledger, as they were written or as they would be.

use leptos::prelude::*;
use tierline_core::{ids::SkuId, subscription::Charge};

use crate::{
    context::use_lang,
    i18n::{Lang, Moment, number},
    subscription::{
        model::NamedProduct,
        words::{change as doing, detail as words},
    },
    ui::{Amount, Section, Table},
};

/// What would be charged or credited now, and what next: the lines of a preview, each with the days counted.
pub(crate) fn previewed(
    lang: Lang,
    now: Vec<Charge>,
    later: Vec<Charge>,
    products: Vec<NamedProduct>,
) -> impl IntoView + use<> {
    let again = products.clone();
    view! {
        <Section title=doing::charged_now(lang) id="charged">
            <Charges caption=doing::charged_now(lang) lines=now products=products none=doing::nothing_now(lang)/>
        </Section>
        <Section title=doing::charged_later(lang) lead=doing::at_known_prices(lang)>
            <Charges caption=doing::charged_later(lang) lines=later products=again none=doing::nothing_later(lang)/>
        </Section>
    }
}

/// A table of lines, or a note that there are none.
#[component]
pub(crate) fn Charges(
    /// The subject of the table.
    #[prop(into)]
    caption: String,
    /// The lines.
    lines: Vec<Charge>,
    /// The products by name.
    products: Vec<NamedProduct>,
    /// What stands in its place if there are none.
    #[prop(into)]
    none: String,
) -> impl IntoView {
    let lang = use_lang();
    if lines.is_empty() {
        return view! { <p class="muted">{none}</p> }.into_any();
    }
    let rows = lines
        .into_iter()
        .map(|line| row(lang, line, &products))
        .collect_view();
    view! {
        <Table caption=caption dense=true without="fit-2 fit-5".to_owned()>
            <thead>
                <tr>
                    <th scope="col">{words::reason(lang)}</th>
                    <th scope="col">{words::product(lang)}</th>
                    <th scope="col" class="numeric">{words::licenses(lang)}</th>
                    <th scope="col">{words::from_when(lang)}</th>
                    <th scope="col">{words::until_when(lang)}</th>
                    <th scope="col" class="numeric">{words::days(lang)}</th>
                    <th scope="col" class="numeric">{words::amount(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

fn row(lang: Lang, line: Charge, products: &[NamedProduct]) -> impl IntoView + use<> {
    let days = words::days_of(lang, line.days, line.period.days());
    view! {
        <tr>
            <th scope="row">{words::for_reason(lang, line.reason)}</th>
            <td data-label=words::product(lang)>{name(products, line.sku)}</td>
            <td class="numeric" data-label=words::licenses(lang)>{number(i64::from(line.quantity.get()))}</td>
            <td data-label=words::from_when(lang)><Moment at=line.from day=true short=true/></td>
            <td data-label=words::until_when(lang)><Moment at=line.period.ends day=true short=true/></td>
            <td class="numeric" data-label=words::days(lang)>{days}</td>
            <td class="numeric cell-last" data-label=words::amount(lang)><Amount money=line.amount/></td>
        </tr>
    }
}

fn name(products: &[NamedProduct], sku: SkuId) -> String {
    let found = products.iter().find(|product| product.sku == sku);
    found.map_or_else(String::new, |product| product.name.clone())
}
