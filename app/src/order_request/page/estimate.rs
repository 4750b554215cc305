//! What a request costs: the prices of today beside those of the day on which it was asked for, and what is charged.

use leptos::prelude::*;
use tierline_core::{
    ids::SkuId,
    order_request::{Estimate, Price, Wanted},
    subscription::Charge,
};

use crate::{
    catalog::words as catalog,
    i18n::{Lang, number},
    order_request::{model::OrderRequestPage, words},
    subscription::{model::NamedProduct, page::Charges},
    ui::{Amount, Notice, Section, Table, Tone},
};

/// While it waits, what it would cost today; nothing once it is over.
pub(super) fn estimate(lang: Lang, page: &OrderRequestPage) -> Option<AnyView> {
    let Estimate { prices, now, later } = page.estimate.clone()?;
    let asked = &page.request.prices;
    let lines = match page.request.wanted() {
        Wanted::New { lines } => lines.as_slice(),
        _ => &[],
    };
    // Both have a price for each line, in the order of lines: a product can be in two of them.
    let rows = prices
        .iter()
        .enumerate()
        .map(|(index, price)| {
            let then = asked.get(index).filter(|it| it.sku == price.sku);
            let plan = lines.get(index).map(|line| line.plan);
            let plan = plan.map(|plan| catalog::plan(lang, plan));
            price_row(lang, (*price, then.copied()), plan, &page.products)
        })
        .collect_view();
    let changed = page.has_other_prices.then(|| {
        view! {
            <Notice tone=Tone::Warning title=words::prices_changed_title(lang)>
                <p>{words::prices_changed(lang)}</p>
            </Notice>
        }
    });
    let table = (!prices.is_empty()).then(|| {
        view! {
            <Table caption=words::price(lang) dense=true>
                <thead>
                    <tr>
                        <th scope="col">{words::product(lang)}</th>
                        <th scope="col" class="numeric">{words::licenses(lang)}</th>
                        <th scope="col" class="numeric">{words::each(lang)}</th>
                        <th scope="col" class="numeric">{words::each_then(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        }
    });
    let (now, later) = (
        charges(lang, words::charged_now(lang), now, &page.products),
        charges(lang, words::charged_later(lang), later, &page.products),
    );
    let now = now.unwrap_or_else(|| {
        view! { <p class="muted">{words::nothing_charged(lang)}</p> }.into_any()
    });
    Some(
        view! {
            <Section title=words::price(lang) lead=words::price_lead(lang) id="price">
                {changed}
                {table}
                {now}
                {later}
            </Section>
        }
        .into_any(),
    )
}

fn price_row(
    lang: Lang,
    (price, then): (Price, Option<Price>),
    plan: Option<String>,
    products: &[NamedProduct],
) -> impl IntoView + use<> {
    let each = |price: Option<Price>| match price.and_then(|price| price.each) {
        Some(money) => view! { <Amount money=money/> }.into_any(),
        None => words::no_price(lang).into_any(),
    };
    let (today, then) = (each(Some(price)), each(then));
    view! {
        <tr>
            <th scope="row">
                {named(products, price.sku)}
                {plan.map(|plan| view! { <div class="muted">{plan}</div> })}
            </th>
            <td class="numeric" data-label=words::licenses(lang)>{number(price.quantity)}</td>
            <td class="numeric" data-label=words::each(lang)>{today}</td>
            <td class="numeric cell-last" data-label=words::each_then(lang)>{then}</td>
        </tr>
    }
}

/// The lines with their reasons and the days counted, as in the preview of a change; none if there are none.
fn charges(
    lang: Lang,
    caption: &'static str,
    lines: Vec<Charge>,
    products: &[NamedProduct],
) -> Option<AnyView> {
    let products = products.to_vec();
    (!lines.is_empty()).then(|| {
        view! {
            <h3>{caption}</h3>
            <Charges caption=caption lines=lines products=products none=words::nothing_charged(lang)/>
        }
        .into_any()
    })
}

fn named(products: &[NamedProduct], sku: SkuId) -> String {
    let found = products.iter().find(|product| product.sku == sku);
    found.map_or_else(|| sku.to_string(), |product| product.name.clone())
}
