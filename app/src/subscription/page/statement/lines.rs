//! The lines of one customer on a statement.

use leptos::prelude::*;
use tierline_core::{money::Money, subscription::Total};

use crate::{
    i18n::{Lang, money, number, short_date},
    route,
    subscription::{
        model::statement::{OfCustomer, OfSubscription, StatementLine, StatementPage as Page},
        words::{detail, statement as words},
    },
    ui::{Amount, Disclosure, Fact, FactStrip, Section, Table},
};

/// A customer's subscriptions, with its sums.
pub(super) fn of_customer(lang: Lang, page: &Page, group: OfCustomer) -> AnyView {
    let OfCustomer {
        customer,
        subscriptions,
    } = group;
    let name = customer.name.to_string();
    let sums = sums(lang, &page.sums_of(customer.id, None));
    // Many are a list of sums, each with its lines on demand.
    let is_alone = subscriptions.len() == 1;
    let tables: Vec<AnyView> = subscriptions
        .into_iter()
        .map(|group| {
            let totals = page.sums_of(customer.id, Some(group.id));
            of_subscription(lang, &totals, group, is_alone)
        })
        .collect();
    view! {
        <Section title=name>
            {sums}
            {tables}
        </Section>
    }
    .into_any()
}

/// The sums of a customer, one for each currency.
fn sums(lang: Lang, totals: &[Total]) -> AnyView {
    let facts: Vec<AnyView> = totals
        .iter()
        .map(|total| {
            let due = total.due;
            view! { <Fact label=words::sum_of_customer(lang)><Amount money=due/></Fact> }.into_any()
        })
        .collect();
    view! { <FactStrip>{facts}</FactStrip> }.into_any()
}

fn of_subscription(lang: Lang, totals: &[Total], group: OfSubscription, open: bool) -> AnyView {
    let OfSubscription { id, product, lines } = group;
    let rows: Vec<AnyView> = lines
        .into_iter()
        .map(|line| row(lang, &product, line))
        .collect();
    let sums: Vec<AnyView> = totals.iter().map(|total| foot(lang, *total)).collect();
    let caption = product.clone();
    let due = totals.iter().map(|total| in_words(total.due));
    let due: Vec<String> = due.collect();
    let summary = format!("{product} · {}", due.join(", "));
    view! {
        <Disclosure summary=summary open=open>
            <p><a href=route::subscription(id)>{words::view_subscription(lang)}</a></p>
            <Table caption=caption dense=true>
                <thead>
                    <tr>
                        <th scope="col">{detail::reason(lang)}</th>
                        <th scope="col">{words::period(lang)}</th>
                        <th scope="col" class="numeric">{detail::days(lang)}</th>
                        <th scope="col" class="numeric">{detail::licenses(lang)}</th>
                        <th scope="col" class="numeric">{words::unit_price(lang)}</th>
                        <th scope="col" class="numeric">{detail::amount(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>{sums}</tfoot>
            </Table>
        </Disclosure>
    }
    .into_any()
}

/// An amount with its currency.
fn in_words(amount: Money) -> String {
    let (currency, decimals) = (amount.currency.code(), amount.currency.minor_units());
    money(currency, amount.minor, u32::from(decimals))
}

/// A line of a subscription that is of this product now.
fn row(lang: Lang, now: &str, line: StatementLine) -> AnyView {
    let StatementLine {
        product, charge, ..
    } = line;
    let reason = detail::for_reason(lang, charge.reason);
    // The heading says the product, unless it was another one then.
    let what = if product == now {
        reason.to_owned()
    } else {
        format!("{reason} · {product}")
    };
    let period = words::from_to(
        lang,
        short_date(lang, charge.from),
        short_date(lang, charge.period.ends),
    );
    let days = detail::days_of(lang, charge.days, charge.period.days());
    view! {
        <tr>
            <th scope="row">{what}</th>
            <td data-label=words::period(lang)>{period}</td>
            <td class="numeric" data-label=detail::days(lang)>{days}</td>
            <td class="numeric" data-label=detail::licenses(lang)>{number(i64::from(charge.quantity.get()))}</td>
            <td class="numeric" data-label=words::unit_price(lang)><Amount money=charge.price/></td>
            <td class="numeric cell-last" data-label=detail::amount(lang)><Amount money=charge.amount/></td>
        </tr>
    }
    .into_any()
}

fn foot(lang: Lang, total: Total) -> AnyView {
    let due = total.due;
    view! {
        <tr>
            <th scope="row" colspan="5">{words::sum_of_subscription(lang)}</th>
            <td class="numeric"><Amount money=due/></td>
        </tr>
    }
    .into_any()
}
