//! **Subscriptions** as data: all that the reader may know of.

use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{
    error::PortalError,
    i18n::{Lang, iso_day},
    list::{
        Listed,
        spec::{Column, Counted, Filter, List, Nothing, Order},
    },
    route,
    subscription::{
        model::{
            Viewer,
            all::{AllSubscriptionsPage, ListedSubscription},
        },
        words::{all as words, detail},
    },
    ui::StateLook,
    wire::Wire,
};

/// The subscriptions that the reader may know of, or those of one customer.
#[server(prefix = "/api", endpoint = "all-subscriptions", protocol = Wire<GetUrl>)]
pub async fn all_subscriptions(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<AllSubscriptionsPage, PortalError> {
    crate::backend::list::<AllSubscriptions>(&query).await
}

impl Listed for AllSubscriptions {
    const PATH: &'static str = route::SUBSCRIPTIONS;
    type Row = ListedSubscription;
    type Page = AllSubscriptionsPage;
}

/// The filter by state.
pub const STATE: &str = "state";
/// The filter by the kind of product.
pub const KIND: &str = "kind";
/// The filter by product.
pub const PRODUCT: &str = "product";
/// The filter by the partner of record.
pub const RESELLER: &str = "filter";
/// The filter by whether they renew by themselves.
pub const AUTO_RENEW: &str = "auto_renew";

/// The list, for this reader; of one customer, by its products.
#[must_use]
pub fn list(lang: Lang, viewer: Viewer, is_of_one: bool) -> List<ListedSubscription> {
    let filter = |name, label, any| Filter { name, label, any };
    let mut filters = vec![
        filter(STATE, words::state(lang), words::any_state(lang)),
        filter(KIND, words::kind(lang), words::any_kind(lang)),
        filter(PRODUCT, words::product(lang), words::any_product(lang)),
    ];
    if viewer == Viewer::Provider {
        let any = words::any_reseller(lang);
        filters.push(filter(RESELLER, words::reseller(lang), any));
    }
    let any = words::any_auto_renew(lang);
    filters.push(filter(AUTO_RENEW, words::auto_renew(lang), any));
    List {
        lang,
        path: route::SUBSCRIPTIONS,
        title: words::title(lang),
        search: if is_of_one {
            words::search_products(lang)
        } else {
            words::search_customers(lang)
        },
        dense: false,
        columns: columns(lang, viewer, is_of_one),
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

fn columns(lang: Lang, viewer: Viewer, is_of_one: bool) -> Vec<Column<ListedSubscription>> {
    let product = text("product", words::product(lang), |_, row| {
        row.product.clone()
    });
    let product = if is_of_one {
        product.sorted(Order::Ascending)
    } else {
        product
    };
    let id = text("id", words::id(lang), |_, row| row.id.to_string());
    let mut columns = vec![product.always(), id.in_file()];
    if viewer != Viewer::Customer {
        let customer = text("customer", words::customer(lang), |_, row| {
            row.customer.name.to_string()
        });
        columns.push(if is_of_one {
            customer.on_request()
        } else {
            customer.sorted(Order::Ascending)
        });
    }
    let reseller = text("reseller", words::reseller(lang), |_, row| {
        let reseller = row.reseller.as_ref();
        reseller.map_or_else(String::new, |it| it.name.to_string())
    });
    let kind = text("kind", words::kind(lang), |lang, row| {
        detail::kind_is(lang, row.kind).to_owned()
    });
    let licenses = Column::number(
        "licenses",
        words::licenses(lang),
        |_, row: &ListedSubscription| row.licenses.to_string(),
    );
    let state = text("state", words::state(lang), |lang, row| {
        (StateLook::from(row.status).word)(lang).to_owned()
    });
    let auto_renew = text("auto_renew", words::auto_renew(lang), |lang, row| {
        let is = row.auto_renew.map(|it| detail::auto_renew_is(lang, it));
        is.unwrap_or_default().to_owned()
    });
    let since = text("since", words::since(lang), |_, row| iso_day(row.since));
    let ends = text("ends", words::ends(lang), |_, row| {
        row.ends.map(iso_day).unwrap_or_default()
    });
    let ends = if is_of_one { ends.sortable() } else { ends };
    columns.extend([
        reseller.on_request(),
        kind.on_request(),
        licenses.sortable(),
        state.fit(),
        auto_renew.fit().on_request(),
        since.fit().on_request().sortable(),
        ends.fit(),
    ]);
    columns
}

fn text(
    name: &'static str,
    label: &'static str,
    cell: fn(Lang, &ListedSubscription) -> String,
) -> Column<ListedSubscription> {
    Column::text(name, label, cell)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use tierline_core::{
        catalog::Kind,
        subscription::{AutoRenew, Status},
        testing::{customer, day, id, reseller},
    };

    use super::*;

    fn row() -> ListedSubscription {
        ListedSubscription {
            id: id(7),
            product: "Business Basic".to_owned(),
            kind: Kind::License,
            customer: customer().party(),
            reseller: Some(reseller().party()),
            licenses: 1_200,
            status: Status::Active,
            auto_renew: Some(AutoRenew::Off),
            since: day(0),
            ends: Some(day(365)),
        }
    }

    #[test]
    fn a_line_of_the_file_has_everything_that_was_bought() {
        let list = list(Lang::En, Viewer::Provider, false);
        assert_eq!(
            list.heading(),
            [
                "Product",
                "Subscription ID",
                "Customer",
                "Partner of record",
                "Kind",
                "Licenses",
                "State",
                "Auto-renew",
                "Since",
                "Term ends",
            ]
        );
        let row = row();
        let (id, customer) = (row.id.to_string(), row.customer.name.to_string());
        let reseller = row.reseller.as_ref().map(|it| it.name.to_string());
        let expected = [
            "Business Basic",
            id.as_str(),
            customer.as_str(),
            reseller.as_deref().unwrap_or_default(),
            "License",
            "1200",
            "Active",
            "Off",
            "2026-01-01",
            "2027-01-01",
        ];
        assert_eq!(list.line(&row), expected);
        let bought_once = ListedSubscription {
            kind: Kind::Software,
            auto_renew: None,
            ends: None,
            ..row
        };
        let line = list.line(&bought_once);
        assert_eq!((line[7].as_str(), line[9].as_str()), ("", ""));
    }

    #[test]
    fn those_of_one_customer_are_in_the_order_of_products() {
        for (viewer, is_of_one, own, asked) in [
            (Viewer::Provider, false, "customer", "ends"),
            (Viewer::Partner, true, "product", "customer"),
            (Viewer::Customer, true, "product", "customer"),
        ] {
            let list = list(Lang::En, viewer, is_of_one);
            assert_eq!(list.order(""), own);
            assert_eq!(list.order(asked), own, "{asked} is no order");
            assert_eq!(list.order("-licenses"), "-licenses");
        }
    }
}
