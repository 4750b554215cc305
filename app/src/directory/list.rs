//! The operator's list of proposals as data.

pub mod asks;

use leptos::{prelude::*, server_fn::codec::GetUrl};

use super::{model::ProposalRow, words};
use crate::{
    error::PortalError,
    i18n::{Lang, iso_day, market},
    list::{
        Listed,
        model::Page,
        spec::{Column, Counted, Filter, List, Nothing, Order},
    },
    route,
    ui::StateLook,
    wire::Wire,
};

/// What providers have proposed.
#[server(prefix = "/api", endpoint = "listing-changes", protocol = Wire<GetUrl>)]
pub async fn listing_changes(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<Page<ProposalRow>, PortalError> {
    crate::backend::list::<ListingChanges>(&query).await
}

impl Listed for ListingChanges {
    const PATH: &'static str = route::LISTING_CHANGES;
    type Row = ProposalRow;
    type Page = Page<ProposalRow>;
}

/// The filter by state. Without it, those that wait are shown.
pub const STATE: &str = "state";
/// The answer of that filter that leaves all.
pub const ALL: &str = "all";

/// The filter by who has taken it.
pub const REVIEWER: &str = "reviewer";
/// Its value for the reader's own.
pub const MINE: &str = "me";
/// Its value for what nobody has taken.
pub const UNASSIGNED: &str = "nobody";
/// The filter by whether the promise is broken.
pub const LATE: &str = "late";
/// Its only value.
pub const IS_LATE: &str = "yes";

/// What providers have proposed.
#[must_use]
pub fn list(lang: Lang) -> List<ProposalRow> {
    List {
        lang,
        path: route::LISTING_CHANGES,
        title: words::listing_changes(lang),
        search: words::search_changes(lang),
        dense: false,
        columns: vec![
            Column::text("name", words::company_name(lang), |_, row: &ProposalRow| {
                row.name.clone()
            })
            .sortable()
            .always(),
            Column::text("provider", words::provider(lang), |_, row: &ProposalRow| {
                row.provider.clone()
            }),
            Column::text(
                "country",
                words::country(lang),
                |lang, row: &ProposalRow| market::country(lang, row.country).to_owned(),
            ),
            Column::text(
                "submitted",
                words::submitted_on(lang),
                |_, row: &ProposalRow| iso_day(row.submitted),
            )
            .sorted(Order::Ascending)
            .fit(),
            Column::text(
                "promised",
                words::promised_until(lang),
                |_, row: &ProposalRow| iso_day(row.promise.late),
            )
            .fit(),
            Column::text("reviewer", words::reviewer(lang), |_, row: &ProposalRow| {
                row.reviewer.clone().unwrap_or_default()
            }),
            Column::text("state", words::state(lang), |lang, row: &ProposalRow| {
                (StateLook::from(row.state).word)(lang).to_owned()
            })
            .fit(),
        ],
        filters: vec![
            Filter {
                name: STATE,
                label: words::state(lang),
                any: words::submitted(lang),
            },
            Filter {
                name: REVIEWER,
                label: words::reviewer(lang),
                any: words::any_reviewer(lang),
            },
            Filter {
                name: LATE,
                label: words::promise(lang),
                any: words::any_promise(lang),
            },
        ],
        counted: Counted {
            one: words::one_change(lang),
            several: words::several_changes,
        },
        nothing_found: Nothing {
            title: words::no_change_found(lang),
            why: words::no_change_found_why(lang),
            show_all: words::show_waiting(lang),
        },
    }
}
