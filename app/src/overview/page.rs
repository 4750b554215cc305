//! **Overview**: the items that wait for the organization or for others, and the latest events.

mod waiting;

use leptos::prelude::*;
use tierline_core::organization::Capability;

use self::waiting::WaitingTable;
use crate::{
    context::use_lang,
    data,
    i18n::Lang,
    overview::{
        api::overview,
        model::{Figures, Overview},
        words,
    },
    route,
    shell::load::loaded,
    timeline::EventTimeline,
    ui::{ButtonLink, Count, EmptyState, Fact, FactStrip, PageHeader, Section},
};

/// The overview of the signed-in organization.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let lang = use_lang();
    let data = data::load(|| (), |()| overview());
    loaded(data, move |overview| page(lang, overview).into_any())
}

fn page(lang: Lang, overview: Overview) -> impl IntoView {
    let capabilities = overview.organization.capabilities;
    let (href, start) = if capabilities.is_active(Capability::IndirectProvider) {
        (
            route::REQUEST_PARTNERSHIP,
            words::start_request_partnership(lang),
        )
    } else if capabilities.is_active(Capability::IndirectReseller) {
        (route::INVITE_FOR_BOTH, words::start_invite_customers(lang))
    } else if capabilities.is_active(Capability::DirectBill) {
        (
            route::REQUEST_RELATIONSHIP,
            words::start_request_relationship(lang),
        )
    } else if capabilities.customer.is_some() {
        (route::GRANTS, words::who_can_act(lang))
    } else {
        (route::MAIL_DELIVERY, crate::mail::words::delivery(lang))
    };
    let for_us = if overview.for_us.is_empty() {
        view! { <EmptyState title=words::for_us_none(lang) why=words::for_us_why(lang)/> }
            .into_any()
    } else {
        view! { <WaitingTable caption=words::for_us(lang) rows=overview.for_us/> }.into_any()
    };
    let for_others = if overview.for_others.is_empty() {
        view! { <EmptyState title=words::for_others_none(lang) why=words::for_others_why(lang)/> }
            .into_any()
    } else {
        view! { <WaitingTable caption=words::for_others(lang) rows=overview.for_others/> }
            .into_any()
    };
    let recent = if overview.recent.is_empty() {
        view! { <EmptyState title=words::recent_none(lang) why=words::recent_why(lang)/> }
            .into_any()
    } else {
        view! { <EventTimeline entries=overview.recent/> }.into_any()
    };
    view! {
        <PageHeader title=words::title(lang) lead=overview.organization.name.to_string()>
            <ButtonLink href=href look="primary">{start}</ButtonLink>
        </PageHeader>
        {figures(lang, overview.figures, capabilities.indirect_provider.is_some())}
        <Section title=words::for_us(lang)>{for_us}</Section>
        <Section title=words::for_others(lang)>{for_others}</Section>
        <Section title=words::recent(lang)>{recent}</Section>
    }
}

fn figures(lang: Lang, figures: Figures, is_provider: bool) -> impl IntoView {
    let partners = if is_provider {
        words::resellers(lang)
    } else {
        words::providers(lang)
    };
    let shown = [
        (words::customers(lang), figures.customers),
        (partners, figures.partners),
        (words::open_invitations(lang), figures.open_invitations),
        (words::subscriptions(lang), figures.subscriptions),
        (words::granted_partners(lang), figures.granted_partners),
        (words::organizations(lang), figures.organizations),
        (words::dead_mails(lang), figures.dead_mails),
    ];
    let facts = shown
        .into_iter()
        .filter_map(|(label, figure)| {
            figure.map(|n| view! { <Fact label=label><Count n=n/></Fact> })
        })
        .collect::<Vec<_>>();
    // A user who may see none of them gets no empty strip.
    (!facts.is_empty()).then(|| view! { <FactStrip>{facts}</FactStrip> })
}
