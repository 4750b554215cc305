//! The operator's catalog as data.

use leptos::{prelude::*, server_fn::codec::GetUrl};

use super::{
    model::{CatalogPage, CatalogRow},
    state::Sold,
    words::operator as words,
};
use crate::{
    error::PortalError,
    i18n::{Lang, money, number},
    list::{
        Listed,
        spec::{Column, Counted, Filter, List, Nothing, Order},
    },
    route,
    ui::StateLook,
    wire::Wire,
};

/// The products of the catalog, for the operator.
#[server(prefix = "/api", endpoint = "catalog", protocol = Wire<GetUrl>)]
pub async fn catalog(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<CatalogPage, PortalError> {
    crate::backend::list::<Catalog>(&query).await
}

impl Listed for Catalog {
    const PATH: &'static str = route::CATALOG;
    type Row = CatalogRow;
    type Page = CatalogPage;
}

/// The filter by whether a product is sold.
pub const SOLD: &str = "sold";
/// The filter by market, which also says in which one prices are shown.
pub const MARKET: &str = "market";
/// The filter by where a product comes from.
pub const ORIGIN: &str = "origin";

/// The products.
#[must_use]
pub fn list(lang: Lang) -> List<CatalogRow> {
    List {
        lang,
        path: route::CATALOG,
        title: words::title(lang),
        search: words::search(lang),
        dense: false,
        columns: vec![
            Column::text("name", words::product(lang), |_, row: &CatalogRow| {
                row.product.name.clone()
            })
            .sorted(Order::Ascending)
            .always(),
            Column::text(
                "part_number",
                words::part_number(lang),
                |_, row: &CatalogRow| row.part_number.clone(),
            ),
            Column::text(
                "availability",
                words::availability(lang),
                |lang, row: &CatalogRow| {
                    (StateLook::from(Sold(row.product.sold)).word)(lang).to_owned()
                },
            )
            .fit(),
            Column::number("price", words::price(lang), |_, row: &CatalogRow| {
                price(row)
            })
            .fit(),
            Column::number("minimum", words::minimum(lang), |_, row: &CatalogRow| {
                row.product.limits.minimum.to_string()
            })
            .fit(),
            Column::number("maximum", words::maximum(lang), |_, row: &CatalogRow| {
                row.product.limits.maximum.to_string()
            })
            .fit(),
            Column::number(
                "per_customer",
                words::per_customer(lang),
                |_, row: &CatalogRow| {
                    let most = row.product.limits.per_customer;
                    most.map(|most| most.to_string()).unwrap_or_default()
                },
            )
            .on_request()
            .fit(),
            Column::text("origin", words::origin(lang), |lang, row: &CatalogRow| {
                words::of_origin(lang, row.origin).to_owned()
            })
            .fit(),
        ],
        filters: vec![
            Filter {
                name: SOLD,
                label: words::availability(lang),
                any: words::any_availability(lang),
            },
            Filter {
                name: MARKET,
                label: words::market(lang),
                any: words::any_market(lang),
            },
            Filter {
                name: ORIGIN,
                label: words::origin(lang),
                any: words::any_origin(lang),
            },
        ],
        counted: Counted {
            one: words::one_product(lang),
            several: words::several_products,
        },
        nothing_found: Nothing {
            title: words::none_found(lang),
            why: words::none_found_why(lang),
            show_all: words::show_all(lang),
        },
    }
}

/// The price in the chosen market.
fn price(row: &CatalogRow) -> String {
    let price = row.product.price.map(|price| {
        let decimals = u32::from(price.currency.minor_units());
        money(price.currency.code(), price.minor, decimals)
    });
    price.unwrap_or_default()
}

/// A largest number of licenses, if there is one.
#[must_use]
pub fn at_most(lang: Lang, most: u32) -> String {
    if most >= tierline_core::catalog::Limits::NO_MAXIMUM {
        words::no_limit(lang).to_owned()
    } else {
        number(i64::from(most))
    }
}
