//! The organizations of the program as data, for the operator.

use leptos::{prelude::*, server_fn::codec::GetUrl};
use tierline_core::organization::{Capabilities, Capability};

use super::{
    model::{OrganizationRow, OrganizationsPage},
    state, words,
};
use crate::{
    account::words as account,
    error::PortalError,
    i18n::{Lang, iso_day, market},
    list::{
        Listed,
        spec::{Column, Counted, Filter, List, Nothing, Order},
        words as listing,
    },
    route,
    ui::StateLook,
    wire::Wire,
};

/// The organizations of the program.
#[server(prefix = "/api", endpoint = "organizations", protocol = Wire<GetUrl>)]
pub async fn organizations(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<OrganizationsPage, PortalError> {
    crate::backend::list::<Organizations>(&query).await
}

impl Listed for Organizations {
    const PATH: &'static str = route::ORGANIZATIONS;
    type Row = OrganizationRow;
    type Page = OrganizationsPage;
}

/// The filter by capability.
pub const CAPABILITY: &str = "capability";
/// The filter by state.
pub const STATE: &str = "state";
/// The filter by country.
pub const COUNTRY: &str = "country";
/// The filter by the mark for offboarding, and its values.
pub const OFFBOARDING: &str = "offboarding";
/// Marked, from whenever on.
pub const MARKED: &str = "marked";
/// In direct bill, and not marked.
pub const UNMARKED: &str = "unmarked";

/// The filter by the review of a customer's account.
pub const REVIEW: &str = "review";
/// Its only value: customers whose account is under review.
pub const UNDER_REVIEW: &str = "under_review";

/// The filter by the agreement.
pub const AGREEMENT: &str = "agreement";
/// Its only value: partners that have not signed it.
pub const UNSIGNED: &str = "unsigned";

/// The organizations.
#[must_use]
pub fn list(lang: Lang) -> List<OrganizationRow> {
    List {
        lang,
        path: route::ORGANIZATIONS,
        title: words::title(lang),
        search: words::search(lang),
        dense: false,
        columns: columns(lang),
        filters: vec![
            Filter {
                name: CAPABILITY,
                label: words::capability(lang),
                any: words::any_capability(lang),
            },
            Filter {
                name: STATE,
                label: words::state(lang),
                any: words::any_state(lang),
            },
            Filter {
                name: COUNTRY,
                label: words::country(lang),
                any: words::any_country(lang),
            },
            Filter {
                name: OFFBOARDING,
                label: words::offboarding(lang),
                any: words::any_mark(lang),
            },
            Filter {
                name: AGREEMENT,
                label: words::agreement(lang),
                any: words::signed_or_not(lang),
            },
            Filter {
                name: REVIEW,
                label: words::review::filter(lang),
                any: words::review::any(lang),
            },
        ],
        counted: Counted {
            one: words::one_organization(lang),
            several: words::several_organizations,
        },
        nothing_found: Nothing {
            title: words::none_found(lang),
            why: words::none_found_why(lang),
            show_all: words::show_all(lang),
        },
    }
}

fn columns(lang: Lang) -> Vec<Column<OrganizationRow>> {
    vec![
        Column::text("name", words::name(lang), |_, row: &OrganizationRow| {
            row.name.clone()
        })
        .sorted(Order::Ascending)
        .always(),
        Column::text("domain", words::domain(lang), |_, row: &OrganizationRow| {
            row.domain.clone()
        })
        .on_request(),
        Column::text(
            "capabilities",
            words::capabilities(lang),
            |lang, row: &OrganizationRow| capabilities(lang, &row.capabilities),
        ),
        Column::text(
            "state",
            words::state(lang),
            |lang, row: &OrganizationRow| {
                let state = state::of(&row.capabilities);
                let word = state.map_or("", |it| (StateLook::from(it).word)(lang));
                match state::suspended_by(lang, &row.suspended_by) {
                    Some(by) => words::suspended_by(lang, word, by),
                    None => word.to_owned(),
                }
            },
        )
        .fit(),
        Column::text(
            "country",
            words::country(lang),
            |lang, row: &OrganizationRow| market::country(lang, row.country).to_owned(),
        ),
        Column::text("mpn", words::mpn(lang), |_, row: &OrganizationRow| {
            row.mpn.clone().unwrap_or_default()
        })
        .fit(),
        Column::text(
            "agreement",
            words::agreement(lang),
            |lang, row: &OrganizationRow| agreement(lang, row),
        )
        .fit(),
        Column::text(
            "offboarding",
            words::offboarding(lang),
            |_, row: &OrganizationRow| row.offboarding.map(iso_day).unwrap_or_default(),
        )
        .on_request()
        .fit(),
        Column::text("since", words::since(lang), |_, row: &OrganizationRow| {
            iso_day(row.since)
        })
        .sortable()
        .on_request()
        .fit(),
        Column::text(
            "last_activity",
            words::last_activity(lang),
            |_, row: &OrganizationRow| row.last_activity.map(iso_day).unwrap_or_default(),
        )
        .sortable()
        .fit(),
    ]
}

/// The signed version, or that there is none; nothing for who does not sign.
#[must_use]
pub fn agreement(lang: Lang, row: &OrganizationRow) -> String {
    match &row.agreement {
        Some(version) => version.clone(),
        None if row.capabilities.is_partner() => words::unsigned(lang).to_owned(),
        None => String::new(),
    }
}

/// The capabilities as one text.
#[must_use]
pub fn capabilities(lang: Lang, held: &Capabilities) -> String {
    let held = Capability::ALL
        .into_iter()
        .filter(|it| held.state(*it).is_some());
    listing::list(lang, held.map(|it| account::capability(lang, it)))
}
