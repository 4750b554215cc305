//! Subscriptions as a table, on a customer's page and on the customer's own.

use leptos::prelude::*;

use crate::{
    context::use_lang,
    i18n::{Lang, Moment, number},
    subscription::{model::SubscriptionRow, words},
    ui::{Amount, EmptyState, StateBadge, Table},
};

/// Subscriptions, or a note that there are none.
#[component]
pub(crate) fn SubscriptionTable(
    /// The subscriptions.
    rows: Vec<SubscriptionRow>,
) -> impl IntoView {
    let lang = use_lang();
    if rows.is_empty() {
        return view! { <EmptyState title=words::no_subscriptions(lang) why=words::no_subscriptions_why(lang)/> }
            .into_any();
    }
    view! {
        <Table caption=words::subscriptions(lang) dense=true>
            <thead>
                <tr>
                    <th scope="col">{words::product(lang)}</th>
                    <th scope="col">{words::state(lang)}</th>
                    <th scope="col" class="numeric">{words::quantity(lang)}</th>
                    <th scope="col" class="numeric">{words::price(lang)}</th>
                    <th scope="col">{words::ordered_by(lang)}</th>
                    <th scope="col">{words::partner_of_record(lang)}</th>
                    <th scope="col">{words::since(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(|row| line(lang, row)).collect_view()}</tbody>
        </Table>
    }
    .into_any()
}

fn line(lang: Lang, row: SubscriptionRow) -> impl IntoView {
    let of_record = match row.partner_of_record {
        Some(party) => party.name.to_string().into_any(),
        None => words::none_yet(lang).into_any(),
    };
    view! {
        <tr>
            <th scope="row">{row.product}</th>
            <td data-label=words::state(lang)><StateBadge state=row.subscription.state.status()/></td>
            <td class="numeric" data-label=words::quantity(lang)>{number(i64::from(row.subscription.quantity.get()))}</td>
            <td class="numeric" data-label=words::price(lang)>
                {row.subscription.price.map(|price| view! { <Amount money=price/> })}
            </td>
            <td data-label=words::ordered_by(lang)>{row.ordered_by.name.to_string()}</td>
            <td data-label=words::partner_of_record(lang)>{of_record}</td>
            <td data-label=words::since(lang)><Moment at=row.subscription.since day=true/></td>
        </tr>
    }
}
