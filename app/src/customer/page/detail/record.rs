//! A customer's record, opened below its row: what the row lacks, on as few lines as there is room for.

use leptos::prelude::*;
use tierline_core::relationship::{Origin, Side};

use super::{
    actions::{AddSubscription, UsersAndLicenses},
    parts::names,
};
use crate::{
    context::use_lang,
    customer::{api::customer, model::CustomerPage, words},
    data,
    i18n::{Lang, number},
    relationship::words as grant,
    route,
    shell::load::loaded_part,
    ui::{Address, ButtonLink, Count, Pair, Pairs, StateBadge},
};

/// Subscriptions that are named here; the others are on the customer's page.
const NAMED: usize = 4;

/// An expanded record of the list: account, services, rights, and the available actions.
#[component]
pub(crate) fn RecordDetail(
    /// The customer's id.
    id: String,
) -> impl IntoView {
    let lang = use_lang();
    let data = data::load(move || id.clone(), customer);
    loaded_part(data, move |customer| record(lang, customer).into_any())
}

fn record(lang: Lang, customer: CustomerPage) -> impl IntoView {
    let page = route::customer(customer.customer.id);
    view! {
        <div class="record">
            {account(lang, &customer)}
            <div class="record-part">
                <h2 class="record-title">{words::services(lang)}</h2>
                {services(lang, &customer)}
            </div>
            <div class="record-part">
                <h2 class="record-title">{words::rights(lang)}</h2>
                {rights(lang, &customer)}
            </div>
            <div class="record-actions">
                <AddSubscription customer=customer.clone() look="quiet"/>
                <UsersAndLicenses customer=customer look="quiet"/>
                <ButtonLink href=page look="plain">{words::open_page(lang)}</ButtonLink>
            </div>
        </div>
    }
}

fn account(lang: Lang, customer: &CustomerPage) -> impl IntoView + use<> {
    let address = (!customer.address.is_empty()).then(|| customer.address.join(", "));
    let contact = customer.contact.clone();
    let origin = match customer.relationship.origin {
        Origin::Invitation { .. } => words::origin_invitation(lang),
        Origin::Created { .. } => words::origin_created(lang),
    };
    let users = customer.users;
    // The row names the only one.
    let others = match (
        customer.relationship.side,
        customer.other_partners.as_slice(),
    ) {
        (Side::DirectBill, _) | (_, [] | [_]) => None,
        (Side::IndirectProvider, several) => Some((words::reseller(lang), names(lang, several))),
        (Side::IndirectReseller, several) => Some((words::provider(lang), names(lang, several))),
    };
    view! {
        <Pairs>
            <Pair label=words::contact(lang)>
                {match contact {
                    Some(contact) => {
                        let href = format!("mailto:{}", route::encode(&contact).replace("%40", "@"));
                        view! { <a href=href><Address at=contact/></a> }.into_any()
                    }
                    None => words::none_yet(lang).into_any(),
                }}
            </Pair>
            {address.map(|address| view! { <Pair label=words::address(lang)>{address}</Pair> })}
            <Pair label=words::users(lang)><Count n=users/></Pair>
            <Pair label=words::relationship(lang)>{origin}</Pair>
            {others.map(|(label, names)| view! { <Pair label=label>{names}</Pair> })}
        </Pairs>
    }
}

fn services(lang: Lang, customer: &CustomerPage) -> AnyView {
    let rows = &customer.subscriptions.page.rows;
    if rows.is_empty() {
        return view! { <p class="muted">{words::none_yet(lang)}</p> }.into_any();
    }
    let total = customer.subscriptions.page.total;
    let all = (rows.len() > NAMED).then(|| {
        let all = format!("{}#subscriptions", route::customer(customer.customer.id));
        view! { <li><a href=all>{words::all_subscriptions(lang, total)}</a></li> }
    });
    let items = rows
        .iter()
        .take(NAMED)
        .map(|row| {
            let licenses = number(i64::from(row.subscription.quantity.get()));
            let status = row.subscription.state.status();
            view! {
                <li>
                    <span>{row.product.clone()}</span>
                    <span class="numeric">{licenses}</span>
                    <StateBadge state=status/>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="record-lines">{items} {all}</ul> }.into_any()
}

fn rights(lang: Lang, customer: &CustomerPage) -> impl IntoView + use<> {
    let relationship = &customer.relationship;
    let items = relationship
        .side
        .asks_for()
        .iter()
        .map(|right| {
            let state = relationship.grants.state(right);
            view! { <li><span>{grant::term(lang, right)}</span> <StateBadge state=state/></li> }
        })
        .collect_view();
    view! { <ul class="record-lines">{items}</ul> }
}
