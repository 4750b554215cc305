//! A customer's page, and its expanded record in the list.

mod actions;
mod parts;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

pub(crate) use self::parts::names;
use self::{
    actions::{AddSubscription, RenewPassword},
    parts::{account, providers, rights},
};
use crate::{
    context::use_lang,
    customer::{api::customer, model::CustomerPage, words},
    data,
    i18n::{Lang, Moment},
    route,
    shell::load::{loaded, loaded_part},
    subscription::page::{PagedSubscriptions, SubscriptionTable},
    timeline::PagedTimeline,
    ui::{Count, Fact, FactStrip, PageHeader, Section},
};

/// One customer of the signed-in partner.
#[component]
pub fn CustomerPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let data = data::load(
        move || params.with(|params| params.get("id").unwrap_or_default()),
        customer,
    );
    loaded(data, move |customer| page(lang, customer).into_any())
}

fn page(lang: Lang, customer: CustomerPage) -> impl IntoView {
    let trail = vec![(route::CUSTOMERS.to_owned(), words::title(lang).to_owned())];
    let licenses = customer.subscriptions.licenses;
    let subscriptions = customer.subscriptions.page.total;
    let side = customer.relationship.side;
    let (rights, providers, account) = (
        rights(lang, &customer),
        providers(lang, &customer),
        account(lang, &customer),
    );
    let (table, timeline) = (customer.subscriptions.clone(), customer.timeline.clone());
    let (name, domain) = (
        customer.customer.name.to_string(),
        customer.customer.domain.to_string(),
    );
    let (country, since) = (customer.customer.country, customer.relationship.since);
    let pending = customer.clone();
    view! {
        <PageHeader trail=trail title=name lead=domain>
            <AddSubscription customer=customer look="primary"/>
        </PageHeader>
        <FactStrip>
            <Fact label=words::country(lang)>{crate::i18n::market::country(lang, country)}</Fact>
            <Fact label=words::served_as(lang)>{crate::relationship::words::side(lang, side)}</Fact>
            <Fact label=words::since(lang)><Moment at=since day=true/></Fact>
            <Fact label=words::subscriptions(lang)><Count n=subscriptions/></Fact>
            <Fact label=words::licenses(lang)><Count n=licenses/></Fact>
        </FactStrip>
        <RenewPassword customer=pending/>
        <Section title=words::subscriptions(lang) id="subscriptions">
            <PagedSubscriptions subscriptions=table/>
        </Section>
        <Section title=words::rights(lang)>{rights}</Section>
        {providers}
        <Section title=words::account(lang)>{account}</Section>
        <Section title=words::history(lang)><PagedTimeline history=timeline/></Section>
    }
}

/// An expanded record of the list: account, services, users, licenses, and the available actions.
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
    let id = customer.customer.id;
    // The pages of the list around this record are another matter.
    let more = customer.subscriptions.page.next.as_ref().map(|_| {
        let all = format!("{}#subscriptions", route::customer(id));
        let total = customer.subscriptions.page.total;
        view! { <p><a href=all>{words::all_subscriptions(lang, total)}</a></p> }
    });
    view! {
        <div class="stack">
            <div class="cluster">
                <AddSubscription customer=customer.clone() look="primary"/>
                <a class="button button-quiet" href=route::customer(id)>{words::open_page(lang)}</a>
            </div>
            {account(lang, &customer)}
            <h2 class="record-title">{words::services(lang)}</h2>
            <SubscriptionTable rows=customer.subscriptions.page.rows.clone()/>
            {more}
            <h2 class="record-title">{words::rights(lang)}</h2>
            {rights(lang, &customer)}
        </div>
    }
}
