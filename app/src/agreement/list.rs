//! Those that have not signed a version, as data, for the operator.

use leptos::{prelude::*, server_fn::codec::GetUrl};

use super::{
    model::{UnsignedPage, UnsignedRow},
    words,
};
use crate::{
    error::PortalError,
    i18n::{Lang, market},
    list::{
        Listed,
        spec::{Column, Counted, List, Nothing, Order},
    },
    route,
    wire::Wire,
};

/// Those that a version concerns and that have not signed it.
#[server(prefix = "/api", endpoint = "unsigned", protocol = Wire<GetUrl>)]
pub async fn unsigned(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<UnsignedPage, PortalError> {
    crate::backend::list::<Unsigned>(&query).await
}

impl Listed for Unsigned {
    const PATH: &'static str = route::UNSIGNED;
    type Row = UnsignedRow;
    type Page = UnsignedPage;
}

/// Those that have not signed.
#[must_use]
pub fn list(lang: Lang) -> List<UnsignedRow> {
    List {
        lang,
        path: route::UNSIGNED,
        title: words::not_signed(lang),
        search: words::search_unsigned(lang),
        dense: false,
        columns: vec![
            Column::text("name", words::partner(lang), |_, row: &UnsignedRow| {
                row.party.name.to_string()
            })
            .sorted(Order::Ascending)
            .always(),
            Column::text("domain", words::domain(lang), |_, row: &UnsignedRow| {
                row.domain.clone()
            }),
            Column::text(
                "country",
                words::country(lang),
                |lang, row: &UnsignedRow| market::country(lang, row.country).to_owned(),
            )
            .fit(),
            Column::text("mpn", words::mpn(lang), |_, row: &UnsignedRow| {
                row.mpn.clone().unwrap_or_default()
            })
            .fit(),
        ],
        filters: Vec::new(),
        counted: Counted {
            one: words::one_partner(lang),
            several: words::several_partners,
        },
        nothing_found: Nothing {
            title: words::none_found(lang),
            why: words::none_found_why(lang),
            show_all: words::show_all(lang),
        },
    }
}
