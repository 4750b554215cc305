//! The choice of products and licenses: the chosen lines, with a field for each quantity, and the catalog to add from.
//!
//! Every button posts the form around it, so that typed values are kept with and without JavaScript.

mod quantity;
mod total;

use leptos::prelude::*;
use tierline_core::{catalog::Limits, money::Money};

use self::quantity::QuantityField;
pub(crate) use self::total::{Total, TypedQuantities};
use crate::{
    catalog::{
        model::{ChosenLine, ProductRow},
        words,
    },
    context::use_lang,
    i18n::Lang,
    list::model::Page,
    ui::{Amount, EmptyState, Section, Table},
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
    let rows = chosen
        .iter()
        .cloned()
        .map(|line| chosen_row(lang, line))
        .collect_view();
    view! {
        <Section title=words::chosen(lang)>
            <Table caption=words::chosen(lang)>
                <thead>
                    <tr>
                        <th scope="col">{words::product(lang)}</th>
                        <th scope="col" class="numeric">{words::price(lang)}</th>
                        <th scope="col">{words::licenses(lang)}</th>
                        <th scope="col"><span class="visually-hidden">{words::remove(lang)}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
            <Total chosen=chosen/>
            <p class="cluster">
                <button type="submit" class="button button-quiet" name="go" value="update">{words::update(lang)}</button>
            </p>
        </Section>
    }
    .into_any()
}

fn chosen_row(lang: Lang, line: ChosenLine) -> impl IntoView {
    let product = line.product.product.clone();
    let name = product.name.clone();
    view! {
        <tr>
            <th scope="row">
                {name.clone()}
                <div class="muted">{line.product.part_number.clone()}</div>
            </th>
            <td class="numeric" data-label=words::price(lang)>{price(lang, product.price)}</td>
            <td data-label=words::licenses(lang)><QuantityField line=line/></td>
            <td class="row-actions">
                <button
                    type="submit"
                    class="button button-quiet"
                    name="go"
                    value=format!("remove:{}", product.sku)
                    aria-label=words::remove_named(lang, name)
                >
                    {words::remove(lang)}
                </button>
            </td>
        </tr>
    }
}

/// The catalog, searched, with a button to add each product.
#[component]
pub(crate) fn Catalog(
    /// The matching products.
    products: Page<ProductRow>,
    /// The search text.
    search: String,
    /// The SKUs that are already chosen.
    chosen: Vec<String>,
    /// The address of the catalog's next page.
    more: Option<String>,
) -> impl IntoView {
    let lang = use_lang();
    let demo = products.rows.iter().any(|row| row.demo_figures);
    let body = if products.rows.is_empty() {
        view! { <EmptyState title=words::no_products(lang) why=words::no_products_why(lang)/> }
            .into_any()
    } else {
        let rows = products
            .rows
            .into_iter()
            .map(|row| product_row(lang, row, &chosen))
            .collect_view();
        view! {
            <Table caption=words::catalog(lang) dense=true>
                <thead>
                    <tr>
                        <th scope="col">{words::product(lang)}</th>
                        <th scope="col" class="numeric">{words::price(lang)}</th>
                        <th scope="col">{words::limits(lang)}</th>
                        <th scope="col"><span class="visually-hidden">{words::add(lang)}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
            {more.map(|href| view! { <p><a href=href>{words::more(lang)}</a></p> })}
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
            </div>
            {body}
        </Section>
    }
}

fn product_row(lang: Lang, row: ProductRow, chosen: &[String]) -> impl IntoView + use<> {
    let sku = row.product.sku.to_string();
    let name = row.product.name.clone();
    let action = if chosen.contains(&sku) {
        view! { <span class="muted">{words::added(lang)}</span> }.into_any()
    } else if row.product.sold {
        view! {
            <button
                type="submit"
                class="button button-quiet"
                name="go"
                value=format!("add:{sku}:{}", row.product.limits.minimum)
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
        <tr>
            <th scope="row">
                {name}
                <div class="muted">{row.part_number.clone()}</div>
            </th>
            <td class="numeric" data-label=words::price(lang)>{price(lang, row.product.price)}</td>
            <td data-label=words::limits(lang)>{limits(lang, &row)}</td>
            <td class="row-actions">{action}</td>
        </tr>
    }
}

fn price(lang: Lang, price: Option<Money>) -> AnyView {
    match price {
        Some(money) => view! { <Amount money=money/> }.into_any(),
        None => view! { <span class="muted">{words::no_price(lang)}</span> }.into_any(),
    }
}

/// The limits of a product in words.
fn limits(lang: Lang, row: &ProductRow) -> String {
    let limits = row.product.limits;
    let mut parts = vec![if limits.maximum == Limits::NO_MAXIMUM {
        words::from(lang, limits.minimum)
    } else {
        words::from_to(lang, limits.minimum, limits.maximum)
    }];
    if let Some(maximum) = limits.per_customer {
        parts.push(words::per_customer(lang, maximum));
    }
    if limits.one_per_customer {
        parts.push(words::one_only(lang).to_owned());
    }
    if row.held.licenses > 0 {
        parts.push(words::held(lang, row.held.licenses));
    }
    parts.join(" · ")
}
