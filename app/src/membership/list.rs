//! The registry as data.

use leptos::{prelude::*, server_fn::codec::GetUrl};

use super::{
    model::{MemberRow, RegistryPage},
    words::registry as words,
};
use crate::{
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

/// The members of the registry.
#[server(prefix = "/api", endpoint = "registry", protocol = Wire<GetUrl>)]
pub async fn registry(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<RegistryPage, PortalError> {
    crate::backend::list::<Registry>(&query).await
}

impl Listed for Registry {
    const PATH: &'static str = route::REGISTRY;
    type Row = MemberRow;
    type Page = RegistryPage;
}

/// The filter by country.
pub const COUNTRY: &str = "country";
/// The filter by state.
pub const STATE: &str = "state";

/// The members.
#[must_use]
pub fn list(lang: Lang) -> List<MemberRow> {
    List {
        lang,
        path: route::REGISTRY,
        title: words::title(lang),
        search: words::search(lang),
        dense: false,
        columns: vec![
            Column::text("name", words::member(lang), |_, row: &MemberRow| {
                row.name.clone()
            })
            .sorted(Order::Ascending)
            .always(),
            Column::text("account", words::account(lang), |_, row: &MemberRow| {
                row.account.clone()
            }),
            Column::number("locations", words::locations(lang), |_, row: &MemberRow| {
                row.locations.to_string()
            })
            .sortable()
            .fit(),
            Column::text(
                "countries",
                words::countries(lang),
                |lang, row: &MemberRow| countries(lang, row),
            ),
            Column::text("state", words::state(lang), |lang, row: &MemberRow| {
                (StateLook::from(row.status).word)(lang).to_owned()
            })
            .fit(),
            Column::text(
                "password",
                words::password(lang),
                |lang, row: &MemberRow| words::is_set(lang, row.has_password).to_owned(),
            )
            .on_request()
            .fit(),
            Column::text("since", words::since(lang), |_, row: &MemberRow| {
                iso_day(row.since)
            })
            .sortable()
            .fit(),
        ],
        filters: vec![
            Filter {
                name: COUNTRY,
                label: words::country(lang),
                any: words::any_country(lang),
            },
            Filter {
                name: STATE,
                label: words::state(lang),
                any: words::any_state(lang),
            },
        ],
        counted: Counted {
            one: words::one_member(lang),
            several: words::several_members,
        },
        nothing_found: Nothing {
            title: words::none_found(lang),
            why: words::none_found_why(lang),
            show_all: words::show_all(lang),
        },
    }
}

/// The countries of a member as one text.
#[must_use]
pub fn countries(lang: Lang, row: &MemberRow) -> String {
    let names = row.countries.iter().map(|it| market::country(lang, *it));
    listing::list(lang, names)
}
