//! A provider's list of messages that ask to partner as data.

use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{
    directory::{
        model::{AskRow, AsksPage},
        words::asks as words,
    },
    error::PortalError,
    i18n::{Lang, iso_day, market},
    list::{
        Listed,
        spec::{Column, Counted, Filter, List, Nothing, Order},
    },
    route,
    ui::StateLook,
    wire::Wire,
};

/// The messages that ask the signed-in provider to partner.
#[server(prefix = "/api", endpoint = "partner-asks", protocol = Wire<GetUrl>)]
pub async fn partner_asks(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<AsksPage, PortalError> {
    crate::backend::list::<PartnerAsks>(&query).await
}

impl Listed for PartnerAsks {
    const PATH: &'static str = route::PARTNER_ASKS;
    type Row = AskRow;
    type Page = AsksPage;
}

/// The filter by state. Without it, those that wait for an answer are shown.
pub const STATE: &str = "state";
/// The answer of that filter that leaves all.
pub const ALL: &str = "all";
/// The filter by age.
pub const AGE: &str = "age";

/// Its values: so many days old at least.
pub const AGES: [u16; 3] = [7, 14, 30];

/// The messages, the oldest first.
#[must_use]
pub fn list(lang: Lang) -> List<AskRow> {
    List {
        lang,
        path: route::PARTNER_ASKS,
        title: words::title(lang),
        search: words::search(lang),
        dense: false,
        columns: columns(lang),
        filters: vec![
            Filter {
                name: STATE,
                label: words::state(lang),
                any: words::waiting(lang),
            },
            Filter {
                name: AGE,
                label: words::age(lang),
                any: words::any_age(lang),
            },
        ],
        counted: Counted {
            one: words::one(lang),
            several: words::several,
        },
        nothing_found: Nothing {
            title: words::none_found(lang),
            why: words::none_found_why(lang),
            show_all: words::show_waiting(lang),
        },
    }
}

fn columns(lang: Lang) -> Vec<Column<AskRow>> {
    vec![
        Column::text("reseller", words::reseller(lang), |_, row: &AskRow| {
            row.reseller.clone()
        })
        .sortable()
        .always(),
        Column::text("country", words::country(lang), |lang, row: &AskRow| {
            market::country(lang, row.country).to_owned()
        }),
        Column::text("asked_by", words::asked_by(lang), |_, row: &AskRow| {
            row.asked_by.clone()
        })
        .on_request(),
        Column::text("sent", words::sent_on(lang), |_, row: &AskRow| {
            iso_day(row.sent)
        })
        .sorted(Order::Ascending)
        .fit(),
        Column::number("days", words::days_waited(lang), |_, row: &AskRow| {
            row.days_waited.to_string()
        }),
        Column::text("answered", words::answered_on(lang), |_, row: &AskRow| {
            row.state.closed().map(iso_day).unwrap_or_default()
        })
        .fit()
        .on_request(),
        Column::text("state", words::state(lang), |lang, row: &AskRow| {
            (StateLook::from(&row.state).word)(lang).to_owned()
        })
        .fit(),
        Column::text("message", words::message(lang), |_, row: &AskRow| {
            row.message.clone()
        })
        .in_file(),
    ]
}
