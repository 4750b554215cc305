//! **Overview**: the items that wait for the organization or for others, and the latest events.

mod kind;
mod queue;
mod queues;
mod rest;
mod standing;

use leptos::prelude::*;
use tierline_core::{
    access::{self, Action},
    actor::Actor,
    organization::{Capability, Organization},
};

use self::{queue::Queue, queues::queues, standing::standing};
use crate::{
    agreement,
    context::use_lang,
    data,
    i18n::{Lang, date},
    overview::{
        api::overview,
        model::{Accepted, Figures, Overview},
        words,
    },
    refusal::RefusedBy,
    route,
    shell::{load::loaded, waits::Waiting as WaitingCounts},
    timeline::EventTimeline,
    ui::{ButtonLink, Count, Fact, FactStrip, Notice, PageHeader, Section, Tone},
};

/// The overview of the signed-in organization.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let lang = use_lang();
    let data = data::load(|| (), |()| overview());
    loaded(data, move |overview| page(lang, overview).into_any())
}

fn page(lang: Lang, overview: Overview) -> impl IntoView {
    let is_provider = overview
        .organization
        .capabilities
        .indirect_provider
        .is_some();
    let start = start(lang, &overview);
    let standing = standing(lang, &overview.organization);
    if let Some(waiting) = use_context::<WaitingCounts>() {
        let count = u64::try_from(overview.for_us.len()).unwrap_or(u64::MAX);
        Effect::new(move || waiting.say(count));
    }
    let recent = if overview.recent.is_empty() {
        view! { <p class="muted">{words::recent_none(lang)}</p> }.into_any()
    } else {
        view! { <EventTimeline entries=overview.recent/> }.into_any()
    };
    view! {
        <PageHeader title=words::title(lang)>{start}</PageHeader>
        {overview.accepted.map(|accepted| banner(lang, &accepted))}
        {standing}
        {figures(lang, overview.figures, is_provider)}
        {queues(lang, overview.queues)}
        <Section title=words::for_us(lang)>
            <Queue items=overview.for_us none=words::for_us_none(lang)/>
        </Section>
        <Section title=words::for_others(lang)>
            <Queue items=overview.for_others none=words::for_others_none(lang)/>
        </Section>
        <Section title=words::recent(lang)>{recent}</Section>
    }
}

/// The confirmation of an agreement that was signed lately: "you will see a confirmation banner notification on the CSP
/// Overview page" ("Partner with indirect providers in the CSP program").
fn banner(lang: Lang, accepted: &Accepted) -> AnyView {
    let kind = agreement::told::kind(lang, accepted.kind);
    let said = words::agreement_accepted(lang, kind, &accepted.version, date(lang, accepted.at));
    view! {
        <Notice tone=Tone::Success>
            <p>{said} " " <a href=route::PROGRAM_INFO>{agreement::words::program_info(lang)}</a></p>
        </Notice>
    }
    .into_any()
}

/// The page's one primary action, or the reason why it is refused.
fn start(lang: Lang, overview: &Overview) -> Option<AnyView> {
    let Start {
        allowed,
        href,
        label,
    } = Start::of(&overview.organization, &overview.actor)?;
    let label = label(lang);
    Some(match allowed {
        Ok(_) => view! { <ButtonLink href=href look="primary">{label}</ButtonLink> }.into_any(),
        Err(refusal) => {
            view! { <RefusedBy label=label refusal=refusal look="primary" id="why-primary"/> }
                .into_any()
        }
    })
}

/// What an organization comes to the portal for.
struct Start {
    allowed: access::Decision,
    href: &'static str,
    label: fn(Lang) -> &'static str,
}

impl Start {
    /// That of the first capability that the organization holds, in whichever state.
    fn of(organization: &Organization, actor: &Actor) -> Option<Start> {
        use Capability as C;
        let holds = |capability: &C| organization.capabilities.state(*capability).is_some();
        let own = |action| access::authorize_own(organization, actor, action);
        let start = |allowed, href, label| Start {
            allowed,
            href,
            label,
        };
        let first = [
            C::IndirectProvider,
            C::IndirectReseller,
            C::DirectBill,
            C::Customer,
            C::Operator,
        ]
        .into_iter()
        .find(holds)?;
        Some(match first {
            C::IndirectProvider => start(
                own(Action::RequestPartnership),
                route::REQUEST_PARTNERSHIP,
                words::start_request_partnership,
            ),
            C::IndirectReseller => start(
                own(Action::InviteForBoth),
                route::INVITE_FOR_BOTH,
                words::start_invite_customers,
            ),
            C::DirectBill => start(
                own(Action::RequestRelationship),
                route::REQUEST_RELATIONSHIP,
                words::start_request_relationship,
            ),
            // What these come for is in the navigation.
            C::Customer | C::Operator => return None,
        })
    }
}

fn figures(lang: Lang, figures: Figures, is_provider: bool) -> impl IntoView {
    let (partners, list) = if is_provider {
        (words::resellers(lang), route::INDIRECT_RESELLERS)
    } else {
        (words::providers(lang), route::INDIRECT_PROVIDERS)
    };
    // A customer sees its subscriptions below its partners, and a partner how many each customer has.
    let (subscriptions, listed) = if figures.granted_partners.is_some() {
        let listed = format!("{}#subscriptions", route::GRANTS);
        (words::subscriptions(lang), listed)
    } else {
        let listed = route::CUSTOMERS.to_owned();
        (words::subscriptions_by_customer(lang), listed)
    };
    let shown = [
        (
            words::customers(lang),
            figures.customers,
            Some(route::CUSTOMERS.to_owned()),
        ),
        (partners, figures.partners, Some(list.to_owned())),
        (
            words::requests_to_resellers(lang),
            figures.requests_to_resellers,
            Some(route::PARTNERSHIP_REQUESTS.to_owned()),
        ),
        (
            words::requests_to_customers(lang),
            figures.requests_to_customers,
            Some(route::CUSTOMER_REQUESTS.to_owned()),
        ),
        (
            words::granted_partners(lang),
            figures.granted_partners,
            Some(route::GRANTS.to_owned()),
        ),
        (subscriptions, figures.subscriptions, Some(listed)),
        (
            words::organizations(lang),
            figures.organizations,
            Some(route::ORGANIZATIONS.to_owned()),
        ),
        (
            words::dead_mails(lang),
            figures.dead_mails,
            Some(route::MAIL_DELIVERY.to_owned()),
        ),
    ];
    let facts = shown
        .into_iter()
        .filter_map(|(label, figure, page)| {
            let n = figure?;
            let figure = match page {
                Some(page) => view! { <a href=page><Count n=n/></a> }.into_any(),
                None => view! { <Count n=n/> }.into_any(),
            };
            Some(view! { <Fact label=label>{figure}</Fact> })
        })
        .collect::<Vec<_>>();
    // A user who may see none of them gets no empty strip.
    (!facts.is_empty()).then(|| view! { <FactStrip>{facts}</FactStrip> })
}

#[cfg(test)]
mod tests {
    use tierline_core::{organization::CapabilityState, role::Role, testing::*};

    use super::*;

    fn start(organization: &Organization, role: Role) -> (&'static str, Option<&'static str>) {
        let start = Start::of(organization, &actor(organization, role)).unwrap();
        (
            start.href,
            start.allowed.err().map(|refusal| refusal.code()),
        )
    }

    #[test]
    fn the_first_step_is_one_of_the_own_kind_and_says_why_it_is_refused() {
        let moving = with(
            direct_bill(),
            Capability::DirectBill,
            CapabilityState::Offboarding,
        );
        let operator = organization(9, "Lamna Cloud Program", "DE", Capability::Operator);
        for (organization, role, expected) in [
            (
                provider(),
                Role::AdminAgent,
                (route::REQUEST_PARTNERSHIP, None),
            ),
            (
                provider(),
                Role::HelpdeskAgent,
                (route::REQUEST_PARTNERSHIP, Some("role_missing")),
            ),
            (
                moving,
                Role::GlobalAdmin,
                (route::REQUEST_RELATIONSHIP, Some("no_new_direct_customers")),
            ),
        ] {
            assert_eq!(start(&organization, role), expected, "{role:?}");
        }
        // Nothing that only repeats the navigation.
        for (organization, role) in [
            (customer(), Role::GlobalAdmin),
            (operator, Role::ProgramAdmin),
        ] {
            let actor = actor(&organization, role);
            assert!(Start::of(&organization, &actor).is_none(), "{role:?}");
        }
    }
}
