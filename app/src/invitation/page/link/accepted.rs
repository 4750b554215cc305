//! After an acceptance: what is granted now, and the way on. Seen by the organization that accepted.

use leptos::prelude::*;
use tierline_core::{
    Refusal,
    ids::OrganizationId,
    invitation::{self, Kind},
};

use super::abilities::PartnershipRights;
use crate::list::model::ListQuery;
use crate::{
    context::use_lang,
    data,
    i18n::Moment,
    invitation::{model::LinkPage, words::link as words},
    partnership::{api::providers, model::PartnersPage},
    relationship::{api::grants, model::GrantsPage, words as grant},
    route,
    ui::{ButtonLink, PageHeader, Section, Skeleton},
};

/// What was accepted.
#[component]
pub(super) fn Accepted(page: LinkPage) -> impl IntoView {
    let lang = use_lang();
    let names = super::names(lang, &page);
    let at = match &page.open {
        Err(Refusal::Invitation(invitation::Refusal::InvitationAccepted { at })) => Some(*at),
        _ => None,
    };
    let granted = match page.kind {
        Kind::Partnership { provider } => view! {
            <PartnershipRights page=page.clone()/>
            <PartnershipWayOn provider=provider name=names.clone()/>
        }
        .into_any(),
        _ => {
            let partners = page
                .partners
                .iter()
                .map(|partner| partner.party.id)
                .collect();
            view! { <Granted partners=partners/> }.into_any()
        }
    };
    view! {
        <PageHeader title=words::accepted_partnership(lang, names)/>
        {at.map(|at| view! { <p class="muted">{words::accepted_at(lang)} " " <Moment at=at/></p> })}
        <Section title=words::granted_now(lang)>{granted}</Section>
    }
}

/// To the partnership's page; to the list where that page cannot be found.
#[component]
fn PartnershipWayOn(provider: OrganizationId, name: String) -> impl IntoView {
    let lang = use_lang();
    let found = data::load(
        move || name.clone(),
        |name| {
            let query = ListQuery {
                search: name,
                ..ListQuery::default()
            };
            providers(query.to_string())
        },
    );
    let way_on = move |page: Option<PartnersPage>| {
        let row = page.and_then(|page| {
            page.partners
                .rows
                .into_iter()
                .find(|row| row.partner.id == provider)
        });
        match row {
            Some(row) => view! {
                <ButtonLink href=route::partnership(row.partnership.id) look="primary">
                    {words::go_to_partnership(lang)}
                </ButtonLink>
            }
            .into_any(),
            None => view! {
                <ButtonLink href=route::INDIRECT_PROVIDERS look="primary">{words::go_to_providers(lang)}</ButtonLink>
            }
            .into_any(),
        }
    };
    view! {
        <div class="actions">
            <Suspense fallback=|| view! { <Skeleton rows=1/> }>
                {move || Suspend::new(async move { way_on(found.await.ok()) })}
            </Suspense>
        </div>
    }
}

/// The rights of these partners as they stand, and the page on which each can be ended.
#[component]
fn Granted(partners: Vec<OrganizationId>) -> impl IntoView {
    let lang = use_lang();
    let partners = std::sync::Arc::new(partners);
    let found = data::load(|| (), |()| grants());
    let list = move |page: GrantsPage, partners: &[OrganizationId]| {
        page.partners
            .into_iter()
            .filter(|granted| {
                granted.relationship.is_active() && partners.contains(&granted.partner.id)
            })
            .map(|granted| {
                let terms = grant::terms(lang, granted.relationship.grants.set());
                view! { <li><strong>{granted.partner.name.to_string()}</strong> ": " {terms}</li> }
            })
            .collect_view()
    };
    view! {
        <Suspense fallback=|| view! { <Skeleton rows=2/> }>
            {move || {
                let partners = partners.clone();
                Suspend::new(async move {
                    match found.await {
                        Ok(page) => view! { <ul class="links">{list(page, &partners)}</ul> }.into_any(),
                        Err(_) => view! { <p>{words::loading_granted(lang)}</p> }.into_any(),
                    }
                })
            }}
        </Suspense>
        <div class="actions">
            <ButtonLink href=route::GRANTS look="primary">{words::go_to_grants(lang)}</ButtonLink>
        </div>
    }
}
