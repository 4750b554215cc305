//! **Catalog**: the products with their prices and limits, for the operator.

use leptos::prelude::*;

use crate::{
    catalog::{
        list::{self as spec, at_most},
        model::{CatalogPage, CatalogRow, Origin},
        state::Sold,
        words::operator as words,
    },
    context::use_lang,
    data,
    i18n::{Lang, market, number},
    list::{model::ListQuery, view},
    route,
    shell::load::{loaded, use_list_query},
    ui::{Amount, ButtonLink, Choice, EmptyState, PageHeader, StateBadge},
};

/// The page.
#[component]
pub fn CatalogListPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    let data = data::load(
        move || query.get(),
        |query| spec::catalog(query.to_string()),
    );
    loaded(data, move |page| {
        show(lang, page, &query.get_untracked()).into_any()
    })
}

fn show(lang: Lang, page: CatalogPage, query: &ListQuery) -> impl IntoView + use<> {
    let sold = vec![
        Choice::new("yes", words::sold(lang)),
        Choice::new("no", words::not_sold(lang)),
    ];
    let markets: Vec<Choice> = market::by_name(lang, &page.markets)
        .into_iter()
        .map(|country| Choice::new(country.code(), market::country(lang, country)))
        .collect();
    let origins: Vec<Choice> = Origin::ALL
        .into_iter()
        .map(|origin| Choice::new(origin.code(), words::of_origin(lang, origin)))
        .collect();
    let chosen = query.filter(spec::MARKET).to_owned();
    let shown = view::list(
        &spec::list(lang),
        query,
        page.products,
        vec![sold.into(), markets.into(), origins.into()],
        || {
            view! {
                <EmptyState title=words::none(lang) why=words::none_why(lang)>
                    <ButtonLink href=route::IMPORT_PRICES>{words::import(lang)}</ButtonLink>
                </EmptyState>
            }
            .into_any()
        },
        move |row, _| line(lang, row, &chosen).into_any(),
    );
    view! {
        <PageHeader
            title=words::title(lang)
            lead=words::lead(lang)
            secondary=move || {
                view! {
                    <ButtonLink href=route::IMPORT_PRODUCT_DETAILS>{words::import_details(lang)}</ButtonLink>
                    <ButtonLink href=route::IMPORT_PRICE_LIST>{words::import_list(lang)}</ButtonLink>
                }
            }
        >
            <ButtonLink href=route::IMPORT_PRICES look="primary">{words::import(lang)}</ButtonLink>
        </PageHeader>
        {shown}
    }
}

fn line(lang: Lang, row: CatalogRow, chosen: &str) -> impl IntoView + use<> {
    let CatalogRow {
        product,
        part_number,
        origin,
    } = row;
    let limits = product.limits;
    let mut href = route::product(product.sku);
    if !chosen.is_empty() {
        href = route::with_query(&href, spec::MARKET, chosen);
    }
    let price = product.price.map(|price| view! { <Amount money=price/> });
    let most = limits.per_customer;
    view! {
        <tr>
            <th scope="row"><a href=href>{product.name}</a></th>
            <td class="cell-second" data-label=words::part_number(lang)>{part_number}</td>
            <td class="cell-value" data-label=words::availability(lang)><StateBadge state=Sold(product.sold)/></td>
            <td class="numeric cell-last" data-label=words::price(lang)>{price}</td>
            <td class="numeric" data-label=words::minimum(lang)>{number(i64::from(limits.minimum))}</td>
            <td class="numeric" data-label=words::maximum(lang)>{at_most(lang, limits.maximum)}</td>
            <td class="numeric" data-label=words::per_customer(lang)>
                {most.map(|most| at_most(lang, most))}
            </td>
            <td data-label=words::origin(lang)>{words::of_origin(lang, origin)}</td>
        </tr>
    }
}
