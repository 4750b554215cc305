//! The countries of a region as data.

use leptos::{prelude::*, server_fn::codec::GetUrl};

use super::{
    model::{MarketRow, OwnMarkets},
    words,
};
use crate::{
    error::PortalError,
    i18n::{Lang, market},
    list::{
        Listed,
        spec::{Column, Counted, Filter, List, Nothing, Order},
    },
    route,
    wire::Wire,
};

/// The own region and its countries; for the program's operator, those of all regions.
#[server(prefix = "/api", endpoint = "markets", protocol = Wire<GetUrl>)]
pub async fn markets(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<OwnMarkets, PortalError> {
    crate::backend::list::<Markets>(&query).await
}

impl Listed for Markets {
    const PATH: &'static str = route::CSP_REGION;
    type Row = MarketRow;
    type Page = OwnMarkets;
}

/// The filter by region, for those who have several.
pub const REGION: &str = "region";

/// The countries of the own region, or of all.
#[must_use]
pub fn list(lang: Lang, is_of_all: bool) -> List<MarketRow> {
    let mut columns = vec![
        Column::text("name", words::country(lang), |lang, row: &MarketRow| {
            market::country(lang, row.country).to_owned()
        })
        .sorted(Order::Ascending)
        .always(),
        Column::text("code", words::code(lang), |_, row: &MarketRow| {
            row.country.code().to_owned()
        })
        .sortable(),
    ];
    let mut filters = Vec::new();
    if is_of_all {
        columns.push(
            Column::text("region", words::region(lang), |lang, row: &MarketRow| {
                market::region(lang, row.region()).to_owned()
            })
            .sortable(),
        );
        filters.push(Filter {
            name: REGION,
            label: words::region(lang),
            any: words::any_region(lang),
        });
    }
    columns.push(Column::text("currency", words::currency(lang), currency).sortable());
    List {
        lang,
        path: route::CSP_REGION,
        title: words::title(lang),
        search: words::search(lang),
        dense: true,
        columns,
        filters,
        counted: Counted {
            one: words::one_country(lang),
            several: words::several_countries,
        },
        nothing_found: Nothing {
            title: words::none_found(lang),
            why: words::none_found_why(lang),
            show_all: words::show_all(lang),
        },
    }
}

/// The code of the currency, or the words for none.
pub(crate) fn currency(lang: Lang, row: &MarketRow) -> String {
    row.currency().map_or_else(
        || words::nothing_sold(lang).to_owned(),
        |currency| currency.code().to_owned(),
    )
}
