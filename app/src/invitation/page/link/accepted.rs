//! After an acceptance: what is granted now, and the way on. Seen by the organization that accepted.

use leptos::prelude::*;
use tierline_core::{
    Refusal,
    ids::PartnershipId,
    invitation::{self, Kind},
};

use super::abilities::PartnershipRights;
use crate::{
    context::use_lang,
    i18n::Moment,
    invitation::{
        model::{GrantedNow, LinkPage},
        words::link as words,
    },
    relationship::words as grant,
    route,
    ui::{ButtonLink, PageHeader, Section},
};

/// The accepted invitation.
#[component]
pub(super) fn Accepted(page: LinkPage) -> impl IntoView {
    let lang = use_lang();
    let names = super::names(lang, &page);
    let at = match &page.open {
        Err(Refusal::Invitation(invitation::Refusal::InvitationAccepted { at })) => Some(*at),
        _ => None,
    };
    let granted = match page.kind {
        Kind::Partnership { .. } => view! {
            <PartnershipRights page=page.clone()/>
            <PartnershipWayOn partnership=page.partnership/>
        }
        .into_any(),
        _ => view! { <Granted partners=page.granted/> }.into_any(),
    };
    view! {
        <PageHeader title=words::accepted_partnership(lang, names)/>
        {at.map(|at| view! { <p class="muted">{words::accepted_at(lang)} " " <Moment at=at/></p> })}
        <Section title=words::granted_now(lang)>{granted}</Section>
    }
}

/// To the partnership's page; to the list where there is none to be seen.
#[component]
fn PartnershipWayOn(partnership: Option<PartnershipId>) -> impl IntoView {
    let lang = use_lang();
    let (href, words) = match partnership {
        Some(id) => (route::partnership(id), words::go_to_partnership(lang)),
        None => (
            route::INDIRECT_PROVIDERS.to_owned(),
            words::go_to_providers(lang),
        ),
    };
    view! {
        <div class="actions">
            <ButtonLink href=href look="primary">{words}</ButtonLink>
        </div>
    }
}

/// The rights of these partners as they stand, and the page on which each can be ended.
#[component]
fn Granted(partners: Option<Vec<GrantedNow>>) -> impl IntoView {
    let lang = use_lang();
    let row = move |GrantedNow { partner, grants }: GrantedNow| {
        let terms = grant::terms(lang, grants);
        view! { <li><strong>{partner.name.to_string()}</strong> ": " {terms}</li> }
    };
    let list = match partners {
        Some(partners) => view! {
            <ul class="links">{partners.into_iter().map(row).collect_view()}</ul>
        }
        .into_any(),
        None => view! { <p>{words::loading_granted(lang)}</p> }.into_any(),
    };
    view! {
        {list}
        <div class="actions">
            <ButtonLink href=route::GRANTS look="primary">{words::go_to_grants(lang)}</ButtonLink>
        </div>
    }
}
