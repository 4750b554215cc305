//! A customer's own page: the partners that can act for it, with every grant, its origin, and the way to end it.

mod dates;
mod ending;
mod ending_rights;
mod renewal;
mod tenant_owner;

pub use dates::EndDatesPage;
pub use ending::EndingPage;
pub use ending_rights::EndingRightsPage;
pub use renewal::RenewalPage;

use leptos::prelude::*;
use tierline_core::{
    Timestamp,
    access::{self, Action},
    relationship::{Grant, GrantState, Origin, RenewalState, State, last_day},
};

use crate::{
    context::{use_lang, use_now},
    data,
    form::Posting,
    i18n::{Lang, Moment},
    refusal::RefusedBy,
    relationship::{
        api::{ChangeTenantOwner, grants},
        model::{GrantedPartner, GrantsPage},
        words::{dates as date_words, page as words},
    },
    route,
    shell::load::{loaded, use_list_query},
    subscription::page::PagedSubscriptions,
    timeline::PagedTimeline,
    ui::{ButtonLink, EmptyState, PageHeader, Pager, Section, StateBadge, Table},
};

/// The page.
#[component]
pub fn GrantsPage() -> impl IntoView {
    let lang = use_lang();
    let query = use_list_query();
    let owner = Posting::<ChangeTenantOwner>::new();
    let data = data::load(
        move || (query.get(), owner.version().get()),
        |(query, _)| grants(query.to_string()),
    );
    loaded(data, move |page| view(lang, &page, owner).into_any())
}

fn view(
    lang: Lang,
    page: &GrantsPage,
    owner: Posting<ChangeTenantOwner>,
) -> impl IntoView + use<> {
    let (active, past): (Vec<_>, Vec<_>) = page
        .partners
        .rows
        .iter()
        .partition(|partner| partner.relationship.is_active());
    let sections = active
        .into_iter()
        .map(|partner| partner_section(lang, page, partner, owner))
        .collect_view();
    let none = page.in_force == 0;
    let partners = &page.partners;
    let is_paged = partners.next.is_some() || partners.previous.is_some();
    let pager = is_paged.then(|| {
        view! {
            <Pager
                shown=partners.rows.len()
                total=partners.total
                is_at_least=partners.is_at_least
                previous=partners.previous.clone()
                next=partners.next.clone()
            />
        }
    });
    let past = (!past.is_empty()).then(|| {
        let items = past
            .into_iter()
            .map(|partner| past_item(lang, partner))
            .collect_view();
        view! { <Section title=words::past(lang)><ul class="links">{items}</ul></Section> }
    });
    let subscriptions = page.subscriptions.clone();
    let timeline = page.timeline.clone();
    view! {
        <PageHeader title=words::title(lang) lead=words::lead(lang)/>
        {none.then(|| view! { <EmptyState title=words::none(lang) why=words::none_why(lang)/> })}
        {sections}
        {past}
        {pager}
        <Section title=words::subscriptions(lang) id="subscriptions"><PagedSubscriptions subscriptions=subscriptions/></Section>
        <Section title=words::history(lang)><PagedTimeline history=timeline/></Section>
    }
}

fn partner_section(
    lang: Lang,
    page: &GrantsPage,
    partner: &GrantedPartner,
    owner: Posting<ChangeTenantOwner>,
) -> impl IntoView + use<> {
    let owner = tenant_owner::section(lang, page, partner, owner);
    let relationship = partner.relationship.clone();
    let name = partner.partner.name.to_string();
    let id = relationship.id.to_string();
    let origin = match relationship.origin {
        Origin::Invitation { .. } => words::accepted_by(lang, &partner.origin_by),
        Origin::Created { .. } => words::created_by(lang, &partner.origin_by),
    };
    let may_end = access::authorize_own(&page.organization, &page.actor, Action::EndGrant).err();
    let rows = relationship
        .side
        .asks_for()
        .iter()
        .map(|grant| {
            let state = relationship.grants.state(grant);
            let end = matches!(state, GrantState::InForce { .. }).then(|| match &may_end {
                Some(refusal) => {
                    let key = format!("why-{id}-{}", grant.code());
                    view! { <RefusedBy label=words::end_grant(lang) refusal=refusal.clone() id=key/> }.into_any()
                }
                None => {
                    let href = route::end_relationship(&id, Some(grant.code()));
                    view! { <ButtonLink href=href>{words::end_grant(lang)}</ButtonLink> }.into_any()
                }
            });
            grant_row(lang, (grant, state), relationship.right_ends(grant), end)
        })
        .collect_view();
    let end_everything = match may_end {
        Some(refusal) => {
            let key = format!("why-{id}");
            view! { <RefusedBy label=words::end_all(lang) refusal=refusal id=key/> }.into_any()
        }
        None => {
            let href = route::end_relationship(&id, None);
            view! { <ButtonLink href=href look="danger">{words::end_all(lang)}</ButtonLink> }
                .into_any()
        }
    };
    let (dates_href, renewal_href) = (route::end_dates(&id), route::renewal(&id));
    let asks = relationship.renewal_state(use_now()) == Some(RenewalState::Waiting);
    let asks = asks.then(|| {
        let text = date_words::asks(lang, &name);
        view! { <p>{text} " " <a href=renewal_href>{date_words::answer(lang)}</a></p> }
    });
    let country = crate::i18n::market::country(lang, partner.country);
    let side = crate::relationship::words::side(lang, relationship.side);
    let together = partner
        .together_with
        .as_ref()
        .map(|party| words::together_with(lang, &party.name));
    let lead = [Some(side.to_owned()), Some(country.to_owned()), together]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    view! {
        <Section title=name.clone() lead=lead>
            <p>{origin} " · " <Moment at=relationship.since day=true/></p>
            {asks}
            <Table caption=name dense=true>
                <thead>
                    <tr>
                        <th scope="col">{words::right(lang)}</th>
                        <th scope="col">{words::state(lang)}</th>
                        <th scope="col">{words::since(lang)}</th>
                        <th scope="col">{date_words::ends(lang)}</th>
                        <th scope="col"><span class="visually-hidden">{words::action(lang)}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
            {owner}
            <div class="actions">
                <ButtonLink href=dates_href>{date_words::change(lang)}</ButtonLink>
                {end_everything}
            </div>
        </Section>
    }
}

fn grant_row(
    lang: Lang,
    (grant, state): (Grant, GrantState),
    ends: Option<Timestamp>,
    end: Option<AnyView>,
) -> impl IntoView {
    let last = ends.map(|ends| last_day(ends).and_time(chrono::NaiveTime::MIN).and_utc());
    let moment = match state {
        GrantState::InForce { since, .. } => Some(since),
        GrantState::Ended { at, .. } => Some(at),
        GrantState::NotGranted => None,
    };
    view! {
        <tr>
            <th scope="row">
                {crate::relationship::words::for_customer(lang, grant)}
                <div class="muted">{crate::relationship::words::term(lang, grant)}</div>
            </th>
            <td data-label=words::state(lang)><StateBadge state=state/></td>
            <td data-label=words::since(lang)>{moment.map(|at| view! { <Moment at=at day=true short=true/> })}</td>
            <td data-label=date_words::ends(lang)>{last.map(|at| view! { <Moment at=at day=true short=true/> })}</td>
            <td class="row-actions">{end}</td>
        </tr>
    }
}

fn past_item(lang: Lang, partner: &GrantedPartner) -> impl IntoView + use<> {
    let ended = match partner.relationship.state {
        State::Ended { at, .. } => Some(at),
        State::Active => None,
    };
    let name = partner.partner.name.to_string();
    view! {
        <li>
            {words::ended(lang, name)}
            {ended.map(|at| view! { " · " <Moment at=at/> })}
        </li>
    }
}
