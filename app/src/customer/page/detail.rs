//! A customer's page, and its expanded record in the list.

mod actions;
mod parts;
mod record;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use self::{
    actions::{AddSubscription, AskForOrder, RenewPassword, UsersAndLicenses},
    parts::{account, providers, rights},
};
pub(crate) use self::{parts::names, record::RecordDetail};
use crate::{
    context::use_lang,
    customer::{api::customer, model::CustomerPage, words},
    data,
    form::{FieldLabels, Posting, changes::changes},
    group::{api::AssignCustomerGroups, page::GroupsOfCustomer, words as group_words},
    i18n::{Lang, Moment},
    route,
    shell::load::loaded,
    subscription::page::{PagedSubscriptions, review_badge},
    timeline::PagedTimeline,
    ui::{Count, Fact, FactStrip, PageHeader, Section},
};

/// One customer of the signed-in partner.
#[component]
pub fn CustomerPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    provide_context(FieldLabels(group_words::field));
    let grouping = Posting::<AssignCustomerGroups>::new();
    let grouped = changes(grouping);
    let data = data::load(
        move || {
            let id = params.with(|params| params.get("id").unwrap_or_default());
            (id, grouped.get())
        },
        |(id, _)| customer(id),
    );
    loaded(data, move |customer| {
        page(lang, customer, grouping).into_any()
    })
}

fn page(
    lang: Lang,
    customer: CustomerPage,
    grouping: Posting<AssignCustomerGroups>,
) -> impl IntoView {
    let trail = vec![(route::CUSTOMERS.to_owned(), words::title(lang).to_owned())];
    let licenses = customer.subscriptions.licenses;
    let subscriptions = customer.subscriptions.page.total;
    let side = customer.relationship.side;
    let is_reviewed = customer.subscriptions.review.is_some();
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
    let (pending, helped, asked) = (customer.clone(), customer.clone(), customer.clone());
    let (id, groups) = (customer.customer.id, customer.groups.clone());
    view! {
        <PageHeader
            trail=trail
            title=name
            lead=domain
            badge=move || is_reviewed.then(|| review_badge(lang))
            secondary=move || view! {
                <UsersAndLicenses customer=helped look="quiet"/>
                <AskForOrder customer=asked/>
            }
        >
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
        <GroupsOfCustomer customer=id groups=groups action=grouping/>
        <Section title=words::history(lang)><PagedTimeline history=timeline/></Section>
    }
}
