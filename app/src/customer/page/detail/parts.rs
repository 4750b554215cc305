//! Parts shared by a customer's page and its expanded record.

use chrono::TimeDelta;
use leptos::prelude::*;
use tierline_core::{
    access::{self, Action},
    organization::Party,
    relationship::{GrantState, Origin, Side},
};

use crate::{
    customer::{model::CustomerPage, words},
    i18n::{Lang, Moment},
    partnership::model::PROVIDERS_TOLD,
    refusal::RefusedBy,
    route,
    ui::{Address, Count, Glyph, Icon, Pair, Pairs, Section, StateBadge},
};

/// The customer's location, contact and number of users.
pub(super) fn account(lang: Lang, customer: &CustomerPage) -> impl IntoView + use<> {
    let address = (!customer.address.is_empty()).then(|| customer.address.join(", "));
    let contact = customer.contact.clone();
    let origin = match customer.relationship.origin {
        Origin::Invitation { .. } => words::origin_invitation(lang),
        Origin::Created { .. } => words::origin_created(lang),
    };
    let (domain, users) = (customer.customer.domain.to_string(), customer.users);
    let other = match customer.relationship.side {
        Side::IndirectProvider => Some(words::reseller(lang)),
        Side::IndirectReseller => Some(words::provider(lang)),
        Side::DirectBill => None,
    };
    let others = names(lang, &customer.other_partners);
    view! {
        <Pairs>
            <Pair label=words::domain(lang)><Address at=domain/></Pair>
            <Pair label=words::contact(lang)>
                {match contact {
                    Some(contact) => view! { <a href=format!("mailto:{}", route::encode(&contact).replace("%40", "@"))>{contact.clone()}</a> }.into_any(),
                    None => words::none_yet(lang).into_any(),
                }}
            </Pair>
            {address.map(|address| view! { <Pair label=words::address(lang)>{address}</Pair> })}
            <Pair label=words::users(lang)><Count n=users/></Pair>
            <Pair label=words::relationship(lang)>{origin}</Pair>
            {other.map(|other| view! { <Pair label=other>{others}</Pair> })}
        </Pairs>
    }
}

/// The names of the partners that also serve a customer: several of them one per line.
pub(crate) fn names(lang: Lang, parties: &[Party]) -> AnyView {
    match parties {
        [] => words::none_yet(lang).into_any(),
        [one] => one.name.to_string().into_any(),
        several => {
            let lines = several
                .iter()
                .map(|party| view! { <li>{party.name.to_string()}</li> })
                .collect_view();
            view! { <ul>{lines}</ul> }.into_any()
        }
    }
}

/// Each right with its state.
pub(super) fn rights(lang: Lang, customer: &CustomerPage) -> impl IntoView + use<> {
    let relationship = &customer.relationship;
    let items = relationship
        .side
        .asks_for()
        .iter()
        .map(|grant| {
            let state = relationship.grants.state(grant);
            let moment = match state {
                GrantState::InForce { since, .. } => Some(since),
                GrantState::Ended { at, .. } => Some(at),
                GrantState::NotGranted => None,
            };
            let ends = relationship.right_ends(grant).map(|ends| {
                let last = crate::i18n::date(lang, ends - TimeDelta::seconds(1));
                view! { <span>{crate::relationship::words::until_day(lang, last)}</span> }
            });
            view! {
                <Pair label=crate::relationship::words::term(lang, grant)>
                    <span class="cluster">
                        <StateBadge state=state/>
                        {moment.map(|at| view! { <Moment at=at day=true/> })}
                        {ends}
                    </span>
                </Pair>
            }
        })
        .collect_view();
    let owner = tenant_owner(lang, customer);
    view! { <Pairs>{items} {owner}</Pairs> }
}

/// Of a customer of the cloud platform: whether the reader is tenant owner there, or who makes a reseller one.
fn tenant_owner(lang: Lang, customer: &CustomerPage) -> Option<impl IntoView + use<>> {
    let relationship = &customer.relationship;
    let since = relationship.tenant_owner.map(|owner| owner.since);
    if !customer.has_platform && since.is_none() {
        return None;
    }
    let name = &customer.customer.name;
    let says = match (relationship.side, since) {
        (Side::DirectBill, _) => return None,
        (_, Some(_)) => words::is_tenant_owner(lang).to_owned(),
        (Side::IndirectReseller, None) => words::no_tenant_owner(lang, name),
        (Side::IndirectProvider, None) => words::reseller_tenant_owner(lang, name),
    };
    let since = since.map(|at| view! { " " <Moment at=at day=true/> });
    Some(view! { <Pair label=words::tenant_owner(lang)>{says} {since}</Pair> })
}

/// For a reseller: its providers that may order, and the next step for one that may not.
pub(super) fn providers(lang: Lang, customer: &CustomerPage) -> Option<impl IntoView + use<>> {
    if customer.providers.is_empty() {
        return None;
    }
    let id = customer.customer.id;
    let (organization, actor) = (&customer.organization, &customer.actor);
    let may_invite = access::authorize_role(organization, actor, Action::InviteForBoth);
    let sees_partners = access::authorize_role(organization, actor, Action::ViewPartners).is_ok();
    let items = customer
        .providers
        .iter()
        .map(|provider| {
            let name = provider.party.name.clone();
            if provider.may_order {
                view! { <li><Icon glyph=Glyph::Check/> " " {words::may_order(lang, name)}</li> }
                    .into_any()
            } else {
                let href = route::with_query(
                    route::INVITE_FOR_BOTH,
                    "provider",
                    &provider.party.id.to_string(),
                );
                let href = route::with_query(&href, "customer", &id.to_string());
                let invite = match &may_invite {
                    Ok(_) => view! { <a href=href>{words::invite_for_both(lang)}</a> }.into_any(),
                    Err(refusal) => {
                        let why = format!("why-{}", provider.party.id);
                        view! { <RefusedBy label=words::invite_for_both(lang) refusal=refusal.clone() id=why/> }
                            .into_any()
                    }
                };
                view! {
                    <li>
                        <Icon glyph=Glyph::Warning/>
                        " "
                        {words::may_not_order(lang, name)}
                        " "
                        {invite}
                    </li>
                }
                .into_any()
            }
        })
        .collect_view();
    let all = (sees_partners && customer.providers.len() >= PROVIDERS_TOLD).then(|| {
        let all = crate::partnership::words::providers(lang);
        view! { <p><a href=route::INDIRECT_PROVIDERS>{all}</a></p> }
    });
    Some(view! {
        <Section title=words::providers_title(lang)><ul class="links">{items}</ul>{all}</Section>
    })
}
