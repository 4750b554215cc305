//! The catalog, searched, with a button to add each product.

use leptos::prelude::*;

use super::{
    amount::{Price, currency, in_currency, paid},
    filter::{FilterFields, PlanFilter},
    limits::limits,
    total::for_term,
};
use crate::{
    catalog::{
        api::CURSOR,
        model::{LineKey, ProductRow, SoldBy},
        words,
    },
    context::use_lang,
    i18n::{Lang, number},
    list::model::Page,
    shell::load::use_parameter,
    ui::{Disclosure, EmptyState, Glyph, Icon, Section, Table, words as ui},
};
use tierline_core::{catalog::Kind, term::Plan};

/// The products that match the search. Those that are not sold are left out until a switch shows them, by style alone.
#[component]
pub(crate) fn Catalog(
    /// The matching products.
    products: Page<ProductRow>,
    /// The search text.
    search: String,
    /// The lines that are already chosen, by their keys.
    chosen: Vec<String>,
    /// What it is filtered by, where products are sold by several plans.
    #[prop(optional)]
    filter: Option<PlanFilter>,
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
    let is_filtered = filter
        .as_ref()
        .is_some_and(|it| *it != PlanFilter::default());
    let pages = pages(lang, &products);
    let here = here();
    let body = if products.rows.is_empty() {
        let why = if is_filtered {
            words::no_products_filtered(lang)
        } else {
            words::no_products_why(lang)
        };
        view! { <EmptyState title=words::no_products(lang) why=why/> }.into_any()
    } else {
        let price = in_currency(
            words::price(lang),
            currency(products.rows.iter().map(ProductRow::any_price)),
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
                {filter.map(|filter| view! { <FilterFields filter=filter/> })}
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
    let name = row.product.name.clone();
    let limits = Some(limits(lang, &row)).filter(|limits| !limits.is_empty());
    let class = (is_switched && !row.product.sold).then_some("unsold");
    // By the plan by which everything is ordered that says nothing else, or else by the first one.
    let usual = row.plans.iter().find(|sold| sold.plan.is_default());
    let first = usual.or(row.plans.first()).copied();
    let plan = first.map(|sold| sold.plan).unwrap_or_default();
    let minimum = row.product.limits.minimum;
    let fewest = first.map_or(minimum, |sold| sold.fewest);
    let action = if row.product.sold {
        add(lang, &row, (plan, fewest), chosen, here)
    } else {
        view! { <span class="muted">{words::not_sold(lang)}</span> }.into_any()
    };
    let shown = match first {
        Some(sold) => cost(lang, sold, minimum),
        None => view! { <Price price=row.product.price/> }.into_any(),
    };
    let others: Vec<AnyView> = row
        .plans
        .iter()
        .filter(|sold| sold.plan != plan)
        .map(|sold| {
            let add = add(lang, &row, (sold.plan, sold.fewest), chosen, here);
            let cost = cost(lang, *sold, minimum);
            view! { <div class="cluster"><span>{cost}</span> {add}</div> }.into_any()
        })
        .collect();
    let others = (!others.is_empty()).then(|| {
        let summary = words::other_plans(lang, others.len());
        view! { <Disclosure summary=summary><div class="stack">{others}</div></Disclosure> }
    });
    let kind = (row.kind != Kind::License).then(|| words::kind(lang, row.kind));
    let add_on =
        (!row.goes_with.is_empty()).then(|| words::add_on_to(lang, row.goes_with.join(", ")));
    view! {
        <tr class=class>
            <th scope="row">
                {name}
                <div class="muted">{row.part_number.clone()}</div>
                {kind.map(|kind| view! { <div class="muted">{kind}</div> })}
                {add_on.map(|add_on| view! { <div class="muted">{add_on}</div> })}
                {others}
            </th>
            <td class="numeric" data-label=price>{shown}</td>
            <td data-label=words::limits(lang)>{limits}</td>
            <td class="row-actions">{action}</td>
        </tr>
    }
}

/// What a license costs by a plan, for a month and for the term, and of how many where those are more than the
/// product's minimum.
fn cost(lang: Lang, sold: SoldBy, minimum: u32) -> AnyView {
    let SoldBy {
        plan,
        fewest,
        price,
        partner,
    } = sold;
    let more = (fewest > minimum.max(1)).then(|| words::from(lang, number(i64::from(fewest))));
    let month = price.map(|price| price.share(1, plan.term.months()));
    let whole = price.map(|price| for_term(lang, price, plan));
    view! {
        <Price price=month/>
        <div class="muted">{words::plan(lang, plan)}</div>
        {whole.map(|whole| view! { <div class="muted">{whole}</div> })}
        {paid(lang, partner, plan)}
        {more.map(|more| view! { <div class="muted">{more}</div> })}
    }
    .into_any()
}

/// The button that adds the fewest of a product by a plan, unless it was.
fn add(
    lang: Lang,
    row: &ProductRow,
    (plan, fewest): (Plan, u32),
    chosen: &[String],
    here: &str,
) -> AnyView {
    let sku = row.product.sku;
    let key = LineKey { sku, plan }.to_string();
    if chosen.contains(&key) {
        return view! { <span class="muted">{words::added(lang)}</span> }.into_any();
    }
    let name = &row.product.name;
    let label = if plan.is_default() {
        words::add_named(lang, name)
    } else {
        words::add_named(lang, words::with_plan(lang, name, words::plan(lang, plan)))
    };
    view! {
        <button
            type="submit"
            class="button button-quiet"
            name="go"
            value=format!("add:{key}:{fewest}{here}")
            aria-label=label
        >
            {words::add(lang)}
        </button>
    }
    .into_any()
}
