//! The list of customers as data.

use tierline_core::{organization::Party, relationship::Side};

use super::{model::CustomerRow, words};
use crate::{
    i18n::{Lang, iso_day, market},
    list::{
        spec::{Column, Filter, List, Nothing},
        words::several,
    },
    relationship::words as grant,
    route,
};

/// The filter by the other partner.
pub const OTHER: &str = "filter";

/// The customers of a provider, or of another partner.
#[must_use]
pub fn list(lang: Lang, is_provider: bool) -> List<CustomerRow> {
    let (other, any) = if is_provider {
        (words::reseller(lang), words::any_reseller(lang))
    } else {
        (words::provider(lang), words::any_provider(lang))
    };
    List {
        lang,
        path: route::CUSTOMERS,
        title: words::title(lang),
        search: "",
        dense: false,
        columns: vec![
            Column::actions(words::details(lang)),
            Column::text("name", words::name(lang), |_, row: &CustomerRow| {
                row.party.name.to_string()
            })
            .sortable(),
            Column::text("domain", words::domain(lang), |_, row: &CustomerRow| {
                row.domain.clone()
            })
            .in_file(),
            Column::text("id", words::id(lang), |_, row: &CustomerRow| {
                row.party.id.to_string()
            })
            .in_file(),
            Column::text(
                "country",
                words::country(lang),
                |lang, row: &CustomerRow| market::country(lang, row.country).to_owned(),
            ),
            Column::text("other", other, other_partners),
            Column::number(
                "subscriptions",
                words::subscriptions(lang),
                |_, row: &CustomerRow| row.subscriptions.to_string(),
            ),
            Column::number("licenses", words::licenses(lang), |_, row: &CustomerRow| {
                row.licenses.to_string()
            }),
            Column::text("since", words::since(lang), |_, row: &CustomerRow| {
                iso_day(row.since)
            })
            .sortable(),
        ],
        filters: vec![Filter {
            name: OTHER,
            label: other,
            any,
        }],
        nothing_found: Nothing {
            title: words::nothing_found(lang),
            why: words::nothing_found_why(lang),
            show_all: words::show_all(lang),
        },
    }
}

fn other_partners(lang: Lang, row: &CustomerRow) -> String {
    match row.side {
        Side::DirectBill => grant::side(lang, Side::DirectBill).to_owned(),
        Side::IndirectProvider | Side::IndirectReseller => {
            several(lang, row.other_partners.iter().map(name))
        }
    }
}

fn name(party: &Party) -> &str {
    party.name.as_str()
}
