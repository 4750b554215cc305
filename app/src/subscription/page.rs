//! Subscriptions as a table, on a customer's page and on the customer's own; the pages of each are below.

pub(crate) mod all;
pub(crate) mod bulk;
pub(crate) mod change;
mod charges;
mod choose;
pub(crate) mod detail;
mod entered;
mod left;
mod losing;
pub(crate) mod partners;
pub(crate) mod renewals;
mod review;
pub(crate) mod statement;

pub(crate) use charges::{Charges, previewed};
pub(crate) use losing::{holder, who_or};
pub(crate) use review::badge as review_badge;

use leptos::prelude::*;
use tierline_core::{ids::OrganizationId, money::Money};

use crate::{
    context::use_lang,
    data,
    i18n::{Lang, Moment, number},
    list::model::Page,
    route,
    shell::load::{loaded_part, use_parameter},
    subscription::{
        api,
        model::{SubscriptionRow, Subscriptions},
        words::{self, statement as charged},
    },
    ui::{Amount, EmptyState, Pager, StateBadge, Table},
};

/// The part of an address that names the page of subscriptions, on a page that has other lists.
const CURSOR: &str = "subscriptions";

/// Subscriptions, page by page: the first page, or the one that the address names.
#[component]
pub(crate) fn PagedSubscriptions(
    /// The first page.
    subscriptions: Subscriptions,
) -> impl IntoView {
    let lang = use_lang();
    let cursor = use_parameter(CURSOR);
    let costs = costs(lang, subscriptions.customer, &subscriptions.monthly);
    let review = subscriptions.review.as_ref();
    let review = review.map(|review| review::notice(lang, review));
    let list = move || {
        let cursor = cursor.get();
        if cursor.is_empty() {
            return part(subscriptions.page.clone());
        }
        let customer = subscriptions.customer.to_string();
        let data = data::load(
            move || cursor.clone(),
            move |cursor| api::subscriptions(customer.clone(), cursor),
        );
        loaded_part(data, part).into_any()
    };
    view! {
        {review}
        {costs}
        {list}
    }
}

/// What they cost a month, with the ways to what was charged and ordered, and to the list in which they are searched.
fn costs(lang: Lang, customer: OrganizationId, monthly: &[Money]) -> impl IntoView + use<> {
    let amounts: Vec<AnyView> = monthly
        .iter()
        .map(|amount| {
            let amount = *amount;
            view! { " " <Amount money=amount/> " ·" }.into_any()
        })
        .collect();
    let none = monthly
        .is_empty()
        .then(|| format!(" {} ·", charged::nothing_a_month(lang)));
    view! {
        <p class="muted">
            {charged::a_month(lang)} ":" {amounts} {none} " "
            <a href=route::statement(customer)>{charged::statement(lang)}</a>
            " · "
            <a href=route::orders_for(customer)>{words::orders(lang)}</a>
            " · "
            <a href=route::subscriptions_of(customer)>{words::whole_list(lang)}</a>
        </p>
    }
}

fn part(page: Page<SubscriptionRow>) -> AnyView {
    let Page {
        rows,
        total,
        is_at_least,
        next,
        previous,
    } = page;
    let shown = rows.len();
    let is_paged = next.is_some() || previous.is_some();
    let pager = is_paged.then(|| {
        view! {
            <Pager
                shown=shown
                total=total
                is_at_least=is_at_least
                previous=previous
                next=next
                name=CURSOR
                noscroll=true
            />
        }
    });
    view! { <SubscriptionTable rows=rows/> {pager} }.into_any()
}

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
        <Table caption=words::subscriptions(lang) dense=true without="fit-2 fit-3 fit-4 fit-7".to_owned()>
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
            <th scope="row"><a href=route::subscription(row.subscription.id)>{row.product}</a></th>
            <td class="cell-value" data-label=words::state(lang)><StateBadge state=row.subscription.state.status()/></td>
            <td class="numeric cell-second" data-label=words::quantity(lang)>{number(i64::from(row.subscription.quantity.get()))}</td>
            <td class="numeric cell-last" data-label=words::price(lang)>
                {row.subscription.price.map(|price| view! { <Amount money=price/> })}
            </td>
            <td data-label=words::ordered_by(lang)>{row.ordered_by.name.to_string()}</td>
            <td data-label=words::partner_of_record(lang)>{of_record}</td>
            <td data-label=words::since(lang)><Moment at=row.subscription.since day=true short=true/></td>
        </tr>
    }
}
