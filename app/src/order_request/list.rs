//! The list of requests for orders as data.

use leptos::{prelude::*, server_fn::codec::GetUrl};
use tierline_core::order_request::Status;

use super::{
    model::{OrderRequestRow, OrderRequestsPage},
    told, words,
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

/// The requests for orders that the reader may see.
#[server(prefix = "/api", endpoint = "order-requests", protocol = Wire<GetUrl>)]
pub async fn order_requests(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<OrderRequestsPage, PortalError> {
    crate::backend::list::<OrderRequests>(&query).await
}

impl Listed for OrderRequests {
    const PATH: &'static str = route::ORDER_REQUESTS;
    type Row = OrderRequestRow;
    type Page = OrderRequestsPage;
}

/// The filter by state. Without it, those that wait are shown.
pub const STATE: &str = "state";
/// The answer of that filter that leaves all.
pub const ALL: &str = "all";
/// The filter by reseller.
pub const RESELLER: &str = "reseller";
/// The filter by customer.
pub const CUSTOMER: &str = "customer";

/// The states that can be asked for one by one.
pub const STATES: [Status; 6] = Status::ALL;

/// The requests, the oldest first.
#[must_use]
pub fn list(lang: Lang) -> List<OrderRequestRow> {
    List {
        lang,
        path: route::ORDER_REQUESTS,
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
                name: RESELLER,
                label: words::reseller(lang),
                any: words::any_reseller(lang),
            },
            Filter {
                name: CUSTOMER,
                label: words::customer(lang),
                any: words::any_customer(lang),
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

/// What is asked for, in words.
pub(super) fn wanted(lang: Lang, row: &OrderRequestRow) -> String {
    told::wanted_in(lang, &row.wanted, |sku| {
        let named = row.products.iter().find(|product| product.sku == sku);
        named.map(|product| product.name.as_str())
    })
}

fn columns(lang: Lang) -> Vec<Column<OrderRequestRow>> {
    vec![
        Column::text(
            "wanted",
            words::wanted(lang),
            |lang, row: &OrderRequestRow| wanted(lang, row),
        )
        .always(),
        Column::text(
            "customer",
            words::customer(lang),
            |_, row: &OrderRequestRow| row.customer.clone(),
        )
        .sortable(),
        Column::text(
            "reseller",
            words::reseller(lang),
            |_, row: &OrderRequestRow| row.reseller.clone(),
        )
        .sortable(),
        Column::text(
            "provider",
            words::provider(lang),
            |_, row: &OrderRequestRow| row.provider.clone(),
        )
        .on_request(),
        Column::text(
            "asked",
            words::asked_on(lang),
            |_, row: &OrderRequestRow| iso_day(row.asked),
        )
        .sorted(Order::Ascending)
        .fit(),
        Column::text(
            "lapses",
            words::lapses_on(lang),
            |_, row: &OrderRequestRow| {
                let waits = row.status.waits_for();
                waits.map(|_| iso_day(row.lapses)).unwrap_or_default()
            },
        )
        .fit(),
        Column::text(
            "next",
            words::acts_next(lang),
            |_, row: &OrderRequestRow| row.waits_for().unwrap_or_default().to_owned(),
        ),
        Column::text(
            "state",
            words::state(lang),
            |lang, row: &OrderRequestRow| (StateLook::from(row.status).word)(lang).to_owned(),
        )
        .fit(),
    ]
}
