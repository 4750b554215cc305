//! The catalog, searched, with a button to add each product.

use leptos::prelude::*;

use super::{
    amount::{Price, currency, in_currency},
    limits::limits,
};
use crate::{
    catalog::{api::CURSOR, model::ProductRow, words},
    context::use_lang,
    i18n::{Lang, number},
    list::model::Page,
    shell::load::use_parameter,
    ui::{EmptyState, Glyph, Icon, Section, Table, words as ui},
};

/// The products that match the search. Those that are not sold are left out until a switch shows them, by style alone.
#[component]
pub(crate) fn Catalog(
    /// The matching products.
    products: Page<ProductRow>,
    /// The search text.
    search: String,
    /// The SKUs that are already chosen.
    chosen: Vec<String>,
) -> impl IntoView {
    let lang = use_lang();
    let demo = products.rows.iter().any(|row| row.demo_figures);
    let unsold = products.rows.iter().filter(|row| !row.product.sold).count();
    // If nothing that matches is sold, that is the answer.
    let is_switched = unsold > 0 && unsold < products.rows.len();
    let switch = is_switched.then(|| {
        let count = number(i64::try_from(unsold).unwrap_or(i64::MAX));
        view! {
            <div class="check">
                <input type="checkbox" id="show-unsold" autocomplete="off"/>
                <label for="show-unsold">{words::show_unsold(lang, count)}</label>
            </div>
        }
    });
    let pages = pages(lang, &products);
    let here = here();
    let body = if products.rows.is_empty() {
        view! { <EmptyState title=words::no_products(lang) why=words::no_products_why(lang)/> }
            .into_any()
    } else {
        let price = in_currency(
            words::price(lang),
            currency(products.rows.iter().map(|row| &row.product)),
        );
        let rows = products
            .rows
            .into_iter()
            .map(|row| product_row(lang, row, &chosen, is_switched, price.clone(), &here))
            .collect_view();
        view! {
            <Table caption=words::catalog(lang) dense=true>
                <thead>
                    <tr>
                        <th scope="col">{words::product(lang)}</th>
                        <th scope="col" class="numeric">{price}</th>
                        <th scope="col">{words::limits(lang)}</th>
                        <th scope="col"><span class="visually-hidden">{words::add(lang)}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
            {pages}
        }
        .into_any()
    };
    view! {
        <Section title=words::catalog(lang) id="catalog">
            {demo.then(|| view! { <p class="muted">{words::demo_figures(lang)}</p> })}
            <div class="filter-bar">
                <div class="filter-field filter-search">
                    <label for="product-search">{words::search(lang)}</label>
                    <div class="field-control">
                        <input id="product-search" type="search" name="search" value=search autocomplete="off"/>
                    </div>
                </div>
                <div class="filter-actions">
                    <button type="submit" class="button button-quiet" name="go" value="search">{words::search_do(lang)}</button>
                </div>
                {switch}
            </div>
            {body}
        </Section>
    }
}

/// What a button adds to its value so that the catalog stays at the page that the address names.
pub(super) fn here() -> String {
    let cursor = use_parameter(CURSOR).get_untracked();
    if cursor.is_empty() {
        cursor
    } else {
        format!(":{cursor}")
    }
}

/// Buttons to the pages around this one.
fn pages(lang: Lang, products: &Page<ProductRow>) -> Option<impl IntoView + use<>> {
    let previous = products.previous.as_ref().map(|cursor| {
        view! {
            <button type="submit" class="button button-quiet" name="go" value=format!("page:{cursor}")>
                <Icon glyph=Glyph::ArrowLeft/>
                <span>{ui::previous(lang)}</span>
            </button>
        }
    });
    let next = products.next.as_ref().map(|cursor| {
        view! {
            <button type="submit" class="button button-quiet" name="go" value=format!("page:{cursor}")>
                <span>{words::more(lang)}</span>
                <Icon glyph=Glyph::ArrowRight/>
            </button>
        }
    });
    (previous.is_some() || next.is_some()).then(|| {
        view! { <div class="cluster">{previous} {next}</div> }
    })
}

fn product_row(
    lang: Lang,
    row: ProductRow,
    chosen: &[String],
    is_switched: bool,
    price: String,
    here: &str,
) -> impl IntoView + use<> {
    let sku = row.product.sku.to_string();
    let name = row.product.name.clone();
    let limits = Some(limits(lang, &row)).filter(|limits| !limits.is_empty());
    let class = (is_switched && !row.product.sold).then_some("unsold");
    let action = if chosen.contains(&sku) {
        view! { <span class="muted">{words::added(lang)}</span> }.into_any()
    } else if row.product.sold {
        view! {
            <button
                type="submit"
                class="button button-quiet"
                name="go"
                value=format!("add:{sku}:{}{here}", row.product.limits.minimum)
                aria-label=words::add_named(lang, &name)
            >
                {words::add(lang)}
            </button>
        }
        .into_any()
    } else {
        view! { <span class="muted">{words::not_sold(lang)}</span> }.into_any()
    };
    view! {
        <tr class=class>
            <th scope="row">
                {name}
                <div class="muted">{row.part_number.clone()}</div>
            </th>
            <td class="numeric" data-label=price><Price price=row.product.price/></td>
            <td data-label=words::limits(lang)>{limits}</td>
            <td class="row-actions">{action}</td>
        </tr>
    }
}
