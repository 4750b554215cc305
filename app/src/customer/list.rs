//! The list of customers as data.

use leptos::{prelude::*, server_fn::codec::GetUrl};
use tierline_core::{organization::Party, relationship::Side};

use super::{
    model::{CustomerRow, CustomersPage},
    words,
};
use crate::{
    error::PortalError,
    i18n::{Lang, iso_day, market},
    list::{
        Listed,
        spec::{Column, Counted, Filter, List, Nothing, Order},
        words::several,
    },
    relationship::words as grant,
    route,
    wire::Wire,
};

/// The customers of the signed-in partner.
#[server(prefix = "/api", endpoint = "customers", protocol = Wire<GetUrl>)]
pub async fn customers(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<CustomersPage, PortalError> {
    crate::backend::list::<Customers>(&query).await
}

impl Listed for Customers {
    const PATH: &'static str = route::CUSTOMERS;
    type Row = CustomerRow;
    type Page = CustomersPage;
}

/// The filter by the other partner.
pub const OTHER: &str = "filter";
/// The filter by the customer's country.
pub const COUNTRY: &str = "country";
/// The filter by the side on which the customer is served.
pub const SIDE: &str = "side";
/// The filter by a right that is asked for and not in force.
pub const MISSING: &str = "missing";

/// The filter by the review of the customer's account.
pub const REVIEW: &str = "review";
/// Its only value: while it goes on.
pub const UNDER_REVIEW: &str = "under_review";

/// The filter by rights that end soon: within so many days.
pub const ENDS: &str = "ends";
/// The days that can be chosen there.
pub const ENDS_WITHIN: [i64; 4] = [7, 30, 90, 730];

/// The filter by one of the partner's groups.
pub const GROUP: &str = "group";

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
        search: words::search(lang),
        dense: false,
        columns: vec![
            Column::actions(words::details(lang)),
            Column::text("name", words::name(lang), |_, row: &CustomerRow| {
                row.party.name.to_string()
            })
            .sorted(Order::Ascending)
            .always(),
            Column::text("domain", words::domain(lang), |_, row: &CustomerRow| {
                row.domain.clone()
            }),
            Column::text("id", words::id(lang), |_, row: &CustomerRow| {
                row.party.id.to_string()
            })
            .on_request(),
            Column::text(
                "country",
                words::country(lang),
                |lang, row: &CustomerRow| market::country(lang, row.country).to_owned(),
            )
            .fit(),
            Column::text("other", other, other_partners),
            Column::text("side", words::served_as(lang), |lang, row: &CustomerRow| {
                grant::side(lang, row.side).to_owned()
            })
            .on_request(),
            Column::text(
                "missing",
                words::missing(lang),
                |lang, row: &CustomerRow| {
                    several(lang, row.missing.iter().map(|it| grant::term(lang, it)))
                },
            )
            .on_request(),
            Column::text("ends", words::rights_end(lang), |_, row: &CustomerRow| {
                row.ends.map(iso_day).unwrap_or_default()
            })
            .on_request(),
            Column::text("groups", words::groups(lang), |lang, row: &CustomerRow| {
                several(lang, row.groups.iter().map(String::as_str))
            })
            .on_request(),
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
            .sortable()
            .fit(),
        ],
        filters: vec![
            Filter {
                name: OTHER,
                label: other,
                any,
            },
            Filter {
                name: COUNTRY,
                label: words::country(lang),
                any: words::any_country(lang),
            },
            Filter {
                name: SIDE,
                label: words::served_as(lang),
                any: words::any_side(lang),
            },
            Filter {
                name: MISSING,
                label: words::missing(lang),
                any: words::any_missing(lang),
            },
            Filter {
                name: ENDS,
                label: words::rights_end(lang),
                any: words::any_end(lang),
            },
            Filter {
                name: GROUP,
                label: words::group(lang),
                any: words::any_group(lang),
            },
            Filter {
                name: REVIEW,
                label: words::review(lang),
                any: words::any_review(lang),
            },
        ],
        counted: Counted {
            one: words::one_customer(lang),
            several: words::several_customers,
        },
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
