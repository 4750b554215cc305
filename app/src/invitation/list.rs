//! The lists of requests as data: to resellers, and to customers.

use leptos::{prelude::*, server_fn::codec::GetUrl};

use super::{
    model::{InvitationRow, InvitationsPage},
    words,
};
use crate::{
    error::PortalError,
    i18n::{Lang, iso_day},
    list::{
        Listed,
        spec::{Column, Counted, Filter, List, Nothing, Order},
    },
    route,
    ui::StateLook,
    wire::Wire,
};

/// The invitations of the signed-in partner: to customers, or to resellers.
#[server(prefix = "/api", endpoint = "invitations", protocol = Wire<GetUrl>)]
pub async fn invitations(
    /// Whether to list those to customers.
    #[server(default)]
    customers: bool,
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<InvitationsPage, PortalError> {
    if customers {
        crate::backend::list::<CustomerRequests>(&query).await
    } else {
        crate::backend::list::<PartnershipRequests>(&query).await
    }
}

/// The requests to customers.
pub struct CustomerRequests;

/// The requests to resellers.
pub struct PartnershipRequests;

impl Listed for CustomerRequests {
    const PATH: &'static str = route::CUSTOMER_REQUESTS;
    type Row = InvitationRow;
    type Page = InvitationsPage;
}

impl Listed for PartnershipRequests {
    const PATH: &'static str = route::PARTNERSHIP_REQUESTS;
    type Row = InvitationRow;
    type Page = InvitationsPage;
}

/// The filter by status.
pub const STATUS: &str = "filter";
/// The filter by what is asked for.
pub const KIND: &str = "kind";

/// The requests to customers, or to resellers.
#[must_use]
pub fn list(lang: Lang, customers: bool) -> List<InvitationRow> {
    let (path, title) = if customers {
        (route::CUSTOMER_REQUESTS, words::requests_to_customers(lang))
    } else {
        (
            route::PARTNERSHIP_REQUESTS,
            words::requests_to_resellers(lang),
        )
    };
    let asks = customers.then(|| {
        Column::text(
            "asks",
            words::asks_for(lang),
            |lang, row: &InvitationRow| words::kind(lang, &row.kind).to_owned(),
        )
    });
    let columns = [
        Column::text(
            "recipient",
            words::recipient(lang),
            |_, row: &InvitationRow| row.recipient.clone(),
        )
        .sortable()
        .always(),
        Column::text(
            "addressee",
            words::organization(lang),
            |_, row: &InvitationRow| {
                row.addressee
                    .as_ref()
                    .map(|party| party.name.to_string())
                    .unwrap_or_default()
            },
        ),
    ];
    let rest = [
        Column::text("state", words::state(lang), |lang, row: &InvitationRow| {
            (StateLook::from(row.status).word)(lang).to_owned()
        })
        .fit(),
        Column::text("created", words::created(lang), |_, row: &InvitationRow| {
            iso_day(row.created)
        })
        .sorted(Order::Descending)
        .fit(),
        Column::text(
            "created_by",
            words::created_by(lang),
            |_, row: &InvitationRow| row.created_by.clone(),
        )
        .on_request(),
        Column::text("sent", words::sent(lang), |_, row: &InvitationRow| {
            row.sent.map(iso_day).unwrap_or_default()
        })
        .sortable()
        .fit()
        .on_request(),
        Column::text("opened", words::opened(lang), |_, row: &InvitationRow| {
            row.opened.map(iso_day).unwrap_or_default()
        })
        .fit()
        .on_request(),
        Column::text("expires", words::expires(lang), |_, row: &InvitationRow| {
            row.expires.map(iso_day).unwrap_or_default()
        })
        .sortable()
        .fit(),
        Column::actions(words::actions(lang)),
    ];
    List {
        lang,
        path,
        title,
        search: words::search(lang),
        dense: false,
        columns: columns.into_iter().chain(asks).chain(rest).collect(),
        filters: vec![
            Filter {
                name: STATUS,
                label: words::state(lang),
                any: words::any_state(lang),
            },
            Filter {
                name: KIND,
                label: words::asks_for(lang),
                any: words::any_kind(lang),
            },
        ],
        counted: Counted {
            one: words::one_request(lang),
            several: words::several_requests,
        },
        nothing_found: Nothing {
            title: words::none_found(lang),
            why: words::none_found_why(lang),
            show_all: words::show_all(lang),
        },
    }
}
