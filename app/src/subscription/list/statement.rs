//! The lines of a month's statement as a list: page by page, and as a file.

use leptos::{prelude::*, server_fn::codec::GetUrl};
use tierline_core::money::Money;

use crate::{
    error::PortalError,
    i18n::{Lang, iso_day, plain_amount},
    list::{
        Listed,
        spec::{Column, Counted, List, Nothing},
    },
    route,
    subscription::{
        model::statement::{StatementLine, StatementPage},
        words::{detail, statement as words},
    },
    wire::Wire,
};

/// The month, in the address; the present one where it names none.
pub const MONTH: &str = "month";
/// The reseller together with whom it was sold.
pub const RESELLER: &str = "reseller";

/// The statement of a month.
#[server(prefix = "/api", endpoint = "statement", protocol = Wire<GetUrl>)]
pub async fn statement_lines(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<StatementPage, PortalError> {
    crate::backend::list::<StatementLines>(&query).await
}

impl Listed for StatementLines {
    const PATH: &'static str = route::STATEMENT;
    type Row = StatementLine;
    type Page = StatementPage;
}

/// The lines of a month. On the page they stand below their customers and subscriptions; in the file each says its own.
#[must_use]
pub fn list(lang: Lang) -> List<StatementLine> {
    List {
        lang,
        path: route::STATEMENT,
        title: words::statement(lang),
        search: "",
        dense: true,
        columns: vec![
            text("customer", words::customer(lang), |_, row| {
                row.customer.name.to_string()
            }),
            text("customer_id", words::customer_id(lang), |_, row| {
                row.customer.id.to_string()
            }),
            text("subscription", words::subscription(lang), |_, row| {
                row.subscription.clone()
            }),
            text("id", words::subscription_id(lang), |_, row| {
                row.charge.subscription.to_string()
            }),
            text("product", detail::product(lang), |_, row| {
                row.product.clone()
            }),
            text("reason", detail::reason(lang), |lang, row| {
                detail::for_reason(lang, row.charge.reason).to_owned()
            }),
            text("at", words::written(lang), |_, row| iso_day(row.charge.at)),
            text("from", detail::from_when(lang), |_, row| {
                iso_day(row.charge.from)
            }),
            text("until", detail::until_when(lang), |_, row| {
                iso_day(row.charge.period.ends)
            }),
            text("days", detail::days(lang), |_, row| {
                row.charge.days.to_string()
            }),
            text("of", words::days_of_period(lang), |_, row| {
                row.charge.period.days().to_string()
            }),
            text("quantity", detail::licenses(lang), |_, row| {
                row.charge.quantity.to_string()
            }),
            text("price", words::unit_price(lang), |_, row| {
                amount(row.charge.price)
            }),
            text("amount", detail::amount(lang), |_, row| {
                amount(row.charge.amount)
            }),
            text("currency", words::currency(lang), |_, row| {
                row.charge.amount.currency.code().to_owned()
            }),
        ],
        filters: Vec::new(),
        counted: Counted {
            one: words::one_line(lang),
            several: words::several_lines,
        },
        nothing_found: Nothing {
            title: words::nothing(lang),
            why: words::nothing_why(lang),
            show_all: words::show_all(lang),
        },
    }
}

fn amount(money: Money) -> String {
    plain_amount(money.minor, u32::from(money.currency.minor_units()))
}

/// A column that is in the file alone.
fn text(
    name: &'static str,
    label: &'static str,
    cell: fn(Lang, &StatementLine) -> String,
) -> Column<StatementLine> {
    Column::text(name, label, cell).in_file()
}
