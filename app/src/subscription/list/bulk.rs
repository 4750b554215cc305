//! The subscriptions of a change of many renewals, as data: what comes of each.

use leptos::{prelude::*, server_fn::codec::GetUrl};
use tierline_core::money::Money;

use crate::{
    error::PortalError,
    i18n::{Lang, iso_day, money},
    list::{
        Listed,
        spec::{Column, Counted, Filter, List, Nothing, Order},
    },
    refusal::explain,
    route,
    subscription::{
        model::bulk::{BulkPage, BulkRow, BulkState},
        words::bulk as words,
    },
    wire::Wire,
};

/// What comes of each of the chosen subscriptions.
#[server(prefix = "/api", endpoint = "renewal-bulk", protocol = Wire<GetUrl>)]
pub async fn renewal_bulk(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<BulkPage, PortalError> {
    crate::backend::list::<RenewalBulk>(&query).await
}

impl Listed for RenewalBulk {
    const PATH: &'static str = route::RENEWAL_BULK;
    type Row = BulkRow;
    type Page = BulkPage;
}

/// The filter by what comes of them.
pub const STATE: &str = "state";

/// The list.
#[must_use]
pub fn list(lang: Lang) -> List<BulkRow> {
    List {
        lang,
        path: route::RENEWAL_BULK,
        title: words::chosen(lang),
        search: words::search_customers(lang),
        dense: false,
        columns: columns(lang),
        filters: vec![Filter {
            name: STATE,
            label: words::state(lang),
            any: words::any_state(lang),
        }],
        counted: Counted {
            one: words::one_subscription(lang),
            several: words::several_subscriptions,
        },
        nothing_found: Nothing {
            title: words::nothing_found(lang),
            why: words::nothing_found_why(lang),
            show_all: words::show_all(lang),
        },
    }
}

fn columns(lang: Lang) -> Vec<Column<BulkRow>> {
    vec![
        text("product", words::product(lang), |_, row| {
            row.product.clone()
        })
        .always(),
        text("customer", words::customer(lang), |_, row| {
            row.customer.name.to_string()
        })
        .sortable(),
        text("ends", words::ends(lang), |_, row| iso_day(row.ends))
            .sorted(Order::Ascending)
            .fit(),
        Column::number("licenses", words::licenses(lang), |_, row: &BulkRow| {
            row.licenses.to_string()
        }),
        Column::number("then", words::next_licenses(lang), |_, row: &BulkRow| {
            row.next_licenses
                .map_or_else(String::new, |count| count.to_string())
        }),
        Column::number("term", words::next_term(lang), |_, row: &BulkRow| {
            row.next_term.map_or_else(String::new, written)
        }),
        text("state", words::state(lang), |lang, row| {
            state(lang, row.state).to_owned()
        })
        .fit(),
        text("why", words::why(lang), why),
    ]
}

fn text(
    name: &'static str,
    label: &'static str,
    cell: fn(Lang, &BulkRow) -> String,
) -> Column<BulkRow> {
    Column::text(name, label, cell)
}

fn written(amount: Money) -> String {
    let decimals = u32::from(amount.currency.minor_units());
    money(amount.currency.code(), amount.minor, decimals)
}

/// What comes of a subscription, in words.
#[must_use]
pub fn state(lang: Lang, state: BulkState) -> &'static str {
    match state {
        BulkState::Waiting => words::waiting(lang),
        BulkState::Can => words::can(lang),
        BulkState::Same => words::same(lang),
        BulkState::Cannot => words::cannot(lang),
        BulkState::Done => words::changed(lang),
        BulkState::Failed => words::failed(lang),
    }
}

/// Why a subscription was not changed, or cannot be.
#[must_use]
pub fn why(lang: Lang, row: &BulkRow) -> String {
    match (&row.refusal, row.state) {
        (Some(refusal), _) => explain(lang, refusal),
        (None, BulkState::Cannot | BulkState::Failed) => words::not_known(lang).to_owned(),
        (None, _) => String::new(),
    }
}
