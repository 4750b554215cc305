//! A product of the catalog, for the operator.

mod history;
mod sale;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::{
    catalog::{
        api,
        list::{MARKET, at_most},
        model::{CatalogProduct, MarketPrice},
        state::Sold,
        words::{operator as words, sale as sale_words},
    },
    context::use_lang,
    data,
    form::FieldLabels,
    i18n::{Lang, Moment, market, number},
    route,
    shell::load::{loaded, use_parameter},
    ui::{
        Choice, Fact, FactStrip, FilterBar, FilterSelect, PageHeader, Section, StateBadge, Table,
    },
};

/// The page at `/catalog/{sku}`.
#[component]
pub fn CatalogProductPage() -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(sale_words::field));
    let (params, chosen) = (use_params_map(), use_parameter(MARKET));
    let actions = sale::Actions::new();
    let done = actions.changes();
    let data = data::load(
        move || {
            let sku = params.with(|params| params.get("sku").unwrap_or_default());
            (sku, chosen.get(), done.get())
        },
        |(sku, market, _)| api::product(sku, market),
    );
    loaded(data, move |page| view(lang, page, actions).into_any())
}

fn view(lang: Lang, page: CatalogProduct, actions: sale::Actions) -> impl IntoView {
    let trail = vec![(route::CATALOG.to_owned(), words::title(lang).to_owned())];
    let product = page.row.product.clone();
    let (sold, limits) = (Sold(product.sold), product.limits);
    let per_customer = limits.per_customer.map(|most| {
        view! { <Fact label=words::per_customer(lang)>{at_most(lang, most)}</Fact> }
    });
    let one_only = limits
        .one_per_customer
        .then(|| view! { <p class="muted">{words::one_only(lang)}</p> });
    let (part_number, origin) = (page.row.part_number.clone(), page.row.origin);
    let decisions = sale::sale(lang, &page, actions);
    let history = history::history(lang, &page);
    let prices = prices(lang, page);
    view! {
        <PageHeader trail=trail title=product.name badge=move || view! { <StateBadge state=sold/> }/>
        <FactStrip>
            <Fact label=words::part_number(lang)>{part_number}</Fact>
            <Fact label=words::origin(lang)>{words::of_origin(lang, origin)}</Fact>
            <Fact label=words::minimum(lang)>{number(i64::from(limits.minimum))}</Fact>
            <Fact label=words::maximum(lang)>{at_most(lang, limits.maximum)}</Fact>
            {per_customer}
        </FactStrip>
        {one_only}
        <Section title=words::prices(lang) lead=words::prices_today(lang)>{prices}</Section>
        {decisions}
        {history}
    }
}

/// The prices of one market, with a choice among those that it has a price in.
fn prices(lang: Lang, page: CatalogProduct) -> AnyView {
    let path = route::product(page.row.product.sku);
    let chosen = page.market.map(|market| market.code()).unwrap_or_default();
    let choice = (page.markets.len() > 1).then(|| {
        let markets: Vec<Choice> = market::by_name(lang, &page.markets)
            .into_iter()
            .map(|country| Choice::new(country.code(), market::country(lang, country)))
            .collect();
        view! {
            <FilterBar path=path>
                <FilterSelect
                    name=MARKET
                    label=words::market(lang)
                    any=words::any_market(lang)
                    options=markets
                    value=chosen.to_owned()
                />
            </FilterBar>
        }
    });
    if page.prices.is_empty() {
        return view! { {choice} <p class="muted">{words::no_prices(lang)}</p> }.into_any();
    }
    let rows = page
        .prices
        .into_iter()
        .map(|price| line(lang, price))
        .collect_view();
    view! {
        {choice}
        <Table caption=words::prices(lang) dense=true>
            <thead>
                <tr>
                    <th scope="col">{words::market(lang)}</th>
                    <th scope="col">{words::offer(lang)}</th>
                    <th scope="col">{words::licenses(lang)}</th>
                    <th scope="col" class="numeric">{words::partner_price(lang)}</th>
                    <th scope="col" class="numeric">{words::retail_price(lang)}</th>
                    <th scope="col">{words::until(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

fn line(lang: Lang, price: MarketPrice) -> impl IntoView {
    let licenses = match price.to {
        Some(to) => format!("{}–{to}", price.from),
        None => format!("{}+", price.from),
    };
    let market = price.market.map_or(words::all_markets(lang), |country| {
        market::country(lang, country)
    });
    let ends = price
        .ends
        .map(|at| view! { <Moment at=at day=true short=true/> });
    view! {
        <tr>
            <th scope="row">{market}</th>
            <td class="cell-second" data-label=words::offer(lang)>{price.offer}</td>
            <td data-label=words::licenses(lang)>{licenses}</td>
            <td class="numeric cell-value" data-label=words::partner_price(lang)>{price.partner}</td>
            <td class="numeric" data-label=words::retail_price(lang)>{price.retail}</td>
            <td class="cell-last" data-label=words::until(lang)>{ends}</td>
        </tr>
    }
}
