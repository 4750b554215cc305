//! The customers of a partner whose rights end, as data.

use leptos::{prelude::*, server_fn::codec::GetUrl};
use tierline_core::relationship::RenewalState;

use super::{
    model::{EndingRightsPage, EndingRow},
    words::{self as grant, renewing as words},
};
use crate::{
    error::PortalError,
    i18n::{Lang, iso_day},
    list::{
        Listed,
        spec::{Column, Counted, Filter, List, Nothing, Order},
    },
    route,
    wire::Wire,
};

/// The customers of the signed-in partner whose rights end.
#[server(prefix = "/api", endpoint = "ending-rights", protocol = Wire<GetUrl>)]
pub async fn ending_rights(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<EndingRightsPage, PortalError> {
    crate::backend::list::<EndingRights>(&query).await
}

impl Listed for EndingRights {
    const PATH: &'static str = route::ENDING_RIGHTS;
    type Row = EndingRow;
    type Page = EndingRightsPage;
}

/// The filter by when they end: within so many days.
pub const WITHIN: &str = "within";
/// The days that can be chosen there.
pub const DAYS: [i64; 3] = [7, 30, 90];
/// The filter by where the request to renew stands.
pub const ASKED: &str = "asked";

/// The list.
#[must_use]
pub fn list(lang: Lang) -> List<EndingRow> {
    List {
        lang,
        path: route::ENDING_RIGHTS,
        title: words::title(lang),
        search: words::search(lang),
        dense: false,
        columns: vec![
            Column::text("name", words::customer(lang), |_, row: &EndingRow| {
                row.customer.name.to_string()
            })
            .sortable()
            .always(),
            Column::text("rights", words::what_ends(lang), rights),
            Column::text("ends", words::ends(lang), |_, row: &EndingRow| {
                iso_day(row.ends)
            })
            .sorted(Order::Ascending)
            .fit(),
            Column::text("state", words::request(lang), |lang, row: &EndingRow| {
                state(lang, row.state).to_owned()
            }),
            Column::text("asked", words::asked(lang), |_, row: &EndingRow| {
                row.asked.map(iso_day).unwrap_or_default()
            })
            .fit(),
            Column::text("reason", words::reason(lang), |_, row: &EndingRow| {
                row.reason.clone().unwrap_or_default()
            })
            .on_request(),
        ],
        filters: vec![
            Filter {
                name: WITHIN,
                label: words::ends(lang),
                any: words::any_time(lang),
            },
            Filter {
                name: ASKED,
                label: words::request(lang),
                any: words::any_request(lang),
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

/// What ends first, in words.
#[must_use]
pub fn rights(lang: Lang, row: &EndingRow) -> String {
    if row.is_whole {
        grant::whole_relationship(lang).to_owned()
    } else {
        grant::terms(lang, row.rights)
    }
}

/// Where the request to renew stands, in words.
#[must_use]
pub fn state(lang: Lang, state: Option<RenewalState>) -> &'static str {
    match state {
        None => words::not_asked(lang),
        Some(RenewalState::Waiting) => words::waiting(lang),
        Some(RenewalState::Renewed) => words::renewed(lang),
        Some(RenewalState::Declined) => words::declined(lang),
        Some(RenewalState::Expired) => words::expired(lang),
    }
}
