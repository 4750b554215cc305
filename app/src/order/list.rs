//! **Order history** as data.

use leptos::{prelude::*, server_fn::codec::GetUrl};
use tierline_core::{money::Money, order::Standing};

use crate::{
    error::PortalError,
    i18n::{Lang, iso_day, money, number},
    list::{
        Listed,
        spec::{Column, Counted, Filter, List, Nothing, Order},
    },
    order::{
        model::{OrderRow, OrderedProduct, OrdersPage},
        words::history as words,
    },
    route,
    subscription::model::Viewer,
    wire::Wire,
};

/// The orders that the reader may know of.
#[server(prefix = "/api", endpoint = "orders", protocol = Wire<GetUrl>)]
pub async fn orders(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<OrdersPage, PortalError> {
    crate::backend::list::<Orders>(&query).await
}

impl Listed for Orders {
    const PATH: &'static str = route::ORDERS;
    type Row = OrderRow;
    type Page = OrdersPage;
}

/// The filter by the first day.
pub const FROM: &str = "from";
/// The filter by the last day.
pub const TO: &str = "to";
/// The filter by what has become of an order.
pub const STATE: &str = "state";
/// The filter by the partner of record.
pub const RESELLER: &str = "filter";
/// The filter by the partner that ordered.
pub const PARTNER: &str = "partner";
/// The filter by product.
pub const PRODUCT: &str = "product";

/// The products of an order that are named; of the others there is the number.
const NAMED: usize = 2;

/// The list, for this reader.
#[must_use]
pub fn list(lang: Lang, viewer: Viewer) -> List<OrderRow> {
    let filter = |name, label, any| Filter { name, label, any };
    let any_day = words::any_day(lang);
    let mut filters = vec![
        filter(FROM, words::from(lang), any_day),
        filter(TO, words::to(lang), any_day),
        filter(STATE, words::state(lang), words::any_state(lang)),
    ];
    if viewer == Viewer::Provider {
        let any = words::any_reseller(lang);
        filters.push(filter(RESELLER, words::reseller(lang), any));
    }
    filters.extend([
        filter(PARTNER, words::ordered_by(lang), words::any_partner(lang)),
        filter(PRODUCT, words::product(lang), words::any_product(lang)),
    ]);
    List {
        lang,
        path: route::ORDERS,
        title: words::title(lang),
        search: match viewer {
            Viewer::Customer => words::search_products(lang),
            Viewer::Provider | Viewer::Partner => words::search_customers(lang),
        },
        dense: false,
        columns: columns(lang, viewer),
        filters,
        counted: Counted {
            one: words::one_order(lang),
            several: words::several_orders,
        },
        nothing_found: Nothing {
            title: words::nothing_found(lang),
            why: words::nothing_found_why(lang),
            show_all: words::show_all(lang),
        },
    }
}

fn columns(lang: Lang, viewer: Viewer) -> Vec<Column<OrderRow>> {
    let placed = text("ordered", words::placed(lang), |_, row| iso_day(row.at));
    let id = text("id", words::order_id(lang), |_, row| row.id.to_string());
    let mut columns = vec![
        placed.sorted(Order::Descending).fit().always(),
        id.in_file(),
    ];
    if viewer != Viewer::Customer {
        let customer = text("customer", words::customer(lang), |_, row| {
            row.customer.name.to_string()
        });
        columns.push(customer.sortable());
    }
    let partner = text("partner", words::ordered_by(lang), |_, row| {
        row.partner.name.to_string()
    });
    let user = text("user", words::user(lang), |_, row| row.by.clone());
    let reseller = text("reseller", words::reseller(lang), |_, row| {
        let reseller = row.reseller.as_ref();
        reseller.map_or_else(String::new, |it| it.name.to_string())
    });
    let products = text("products", words::products(lang), |lang, row| {
        all_products(lang, &row.lines)
    });
    let licenses = Column::number("licenses", words::licenses(lang), |_, row: &OrderRow| {
        row.licenses.to_string()
    });
    let sum = Column::number("sum", words::sum(lang), |_, row: &OrderRow| {
        written(&row.sums)
    });
    let state = text("state", words::state(lang), |lang, row| {
        standing(lang, row.standing).to_owned()
    });
    columns.extend([
        if viewer == Viewer::Provider {
            partner.on_request()
        } else {
            partner
        },
        user.on_request(),
        reseller.on_request(),
        products,
        licenses.sortable(),
        sum,
        state.fit(),
    ]);
    columns
}

fn text(
    name: &'static str,
    label: &'static str,
    cell: fn(Lang, &OrderRow) -> String,
) -> Column<OrderRow> {
    Column::text(name, label, cell)
}

/// What has become of an order, in words.
#[must_use]
pub fn standing(lang: Lang, standing: Standing) -> &'static str {
    match standing {
        Standing::Running => words::running(lang),
        Standing::Partly => words::partly(lang),
        Standing::Over => words::over(lang),
    }
}

/// The first products of an order with their licenses, and how many more there are.
#[must_use]
pub fn first_products(lang: Lang, lines: &[OrderedProduct]) -> String {
    let first = all_products(lang, lines.get(..NAMED).unwrap_or(lines));
    match lines.len().saturating_sub(NAMED) {
        0 => first,
        more => words::and_more(lang, first, more),
    }
}

fn all_products(lang: Lang, lines: &[OrderedProduct]) -> String {
    let named = lines
        .iter()
        .map(|line| words::of_product(lang, &line.product, number(line.licenses)));
    named.collect::<Vec<_>>().join(", ")
}

fn written(sums: &[Money]) -> String {
    let written = sums.iter().map(|sum| {
        let decimals = u32::from(sum.currency.minor_units());
        money(sum.currency.code(), sum.minor, decimals)
    });
    written.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_of_many_lines_is_told_in_one_line() {
        let line = |product: &str, licenses| OrderedProduct {
            product: product.to_owned(),
            licenses,
        };
        let lines = [
            line("Business Basic", 25),
            line("Exchange Online", 1_000),
            line("Power BI Pro", 5),
        ];
        let told = first_products(Lang::En, &lines);
        assert_eq!(
            told,
            "Business Basic (25), Exchange Online (1,000) and 1 more"
        );
        let told = first_products(Lang::En, lines.get(..1).unwrap_or_default());
        assert_eq!(told, "Business Basic (25)");
    }
}
