//! **Renewals** as data: when subscriptions end, and what becomes of them.

use leptos::{prelude::*, server_fn::codec::GetUrl};
use tierline_core::subscription::Outlook;

use crate::{
    error::PortalError,
    i18n::{Lang, iso_day},
    list::{
        Listed,
        spec::{Column, Counted, Filter, List, Nothing, Order},
    },
    route,
    subscription::{
        model::{RenewalRow, RenewalsPage, Viewer},
        words::renewals as words,
    },
    wire::Wire,
};

/// When the subscriptions end that the reader may know of.
#[server(prefix = "/api", endpoint = "renewals", protocol = Wire<GetUrl>)]
pub async fn renewals(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<RenewalsPage, PortalError> {
    crate::backend::list::<Renewals>(&query).await
}

impl Listed for Renewals {
    const PATH: &'static str = route::RENEWALS;
    type Row = RenewalRow;
    type Page = RenewalsPage;
}

/// The filter by when they end: within so many days, or expired.
pub const WHEN: &str = "when";
/// So many days.
pub const DAYS: [i64; 3] = [30, 60, 90];
/// What has expired and can still be brought back.
pub const EXPIRED: &str = "expired";
/// The filter by the month in which they end.
pub const MONTH: &str = "month";
/// The filter by what becomes of them.
pub const OUTLOOK: &str = "outlook";
/// The filter by the partner of record.
pub const RESELLER: &str = "filter";
/// The filter by whether there is a partner of record.
pub const RECORD: &str = "record";
/// What goes on without one.
pub const NOBODY: &str = "nobody";
/// The filter by product.
pub const PRODUCT: &str = "product";

/// The list, for this reader.
#[must_use]
pub fn list(lang: Lang, viewer: Viewer) -> List<RenewalRow> {
    let filter = |name, label, any| Filter { name, label, any };
    let (when, month) = (words::when(lang), words::month(lang));
    let mut filters = vec![
        filter(WHEN, when, words::any_time(lang)),
        filter(MONTH, month, words::any_month(lang)),
        filter(OUTLOOK, words::outlook(lang), words::any_outlook(lang)),
    ];
    if viewer == Viewer::Provider {
        let any = words::any_reseller(lang);
        filters.push(filter(RESELLER, words::reseller(lang), any));
        let any = words::any_record(lang);
        filters.push(filter(RECORD, words::record(lang), any));
    }
    filters.push(filter(
        PRODUCT,
        words::product(lang),
        words::any_product(lang),
    ));
    List {
        lang,
        path: route::RENEWALS,
        title: words::title(lang),
        search: match viewer {
            Viewer::Customer => words::search_products(lang),
            Viewer::Provider | Viewer::Partner => words::search_customers(lang),
        },
        dense: false,
        columns: columns(lang, viewer),
        filters,
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

fn columns(lang: Lang, viewer: Viewer) -> Vec<Column<RenewalRow>> {
    let product = Column::text("product", words::product(lang), |_, row: &RenewalRow| {
        row.product.clone()
    });
    let mut columns = vec![product.always()];
    if viewer != Viewer::Customer {
        let customer = Column::text("customer", words::customer(lang), |_, row: &RenewalRow| {
            row.customer.name.to_string()
        });
        columns.push(customer.sortable());
        let reseller = Column::text("reseller", words::reseller(lang), |_, row: &RenewalRow| {
            let reseller = row.reseller.as_ref();
            reseller.map_or_else(String::new, |it| it.name.to_string())
        });
        columns.push(reseller.on_request());
    }
    columns.extend([
        Column::number("licenses", words::licenses(lang), |_, row: &RenewalRow| {
            row.licenses.to_string()
        }),
        Column::text("ends", words::ends(lang), |_, row: &RenewalRow| {
            iso_day(row.ends)
        })
        .sorted(Order::Ascending)
        .fit(),
        Column::text("outlook", words::outlook(lang), |lang, row: &RenewalRow| {
            let outlook = outlook(lang, row.outlook);
            match row.renews_in {
                Some(currency) => {
                    let moved = words::in_currency(lang, currency.code());
                    format!("{outlook}, {moved}")
                }
                None => outlook.to_owned(),
            }
        })
        .fit(),
    ]);
    columns
}

/// What becomes of a subscription, in words.
#[must_use]
pub fn outlook(lang: Lang, outlook: Outlook) -> &'static str {
    match outlook {
        Outlook::Renews => words::renews(lang),
        Outlook::Changes => words::changes(lang),
        Outlook::Ends => words::expires(lang),
        Outlook::Expired => words::expired(lang),
    }
}
