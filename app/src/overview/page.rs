//! **Overview**: the items that wait for the organization or for others, and the latest events.

mod waiting;

use leptos::prelude::*;
use tierline_core::{
    access::{self, Action},
    actor::Actor,
    organization::{Capability, Organization},
};

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
    refusal::RefusedBy,
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
    let is_provider = overview
        .organization
        .capabilities
        .indirect_provider
        .is_some();
    let start = start(lang, &overview);
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
            {start}
        </PageHeader>
        {figures(lang, overview.figures, is_provider)}
        <Section title=words::for_us(lang)>{for_us}</Section>
        <Section title=words::for_others(lang)>{for_others}</Section>
        <Section title=words::recent(lang)>{recent}</Section>
    }
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
            C::Customer => start(own(Action::ViewGrants), route::GRANTS, words::who_can_act),
            C::Operator => start(
                access::authorize_on_program(organization, actor, Action::ManageMail),
                route::MAIL_DELIVERY,
                crate::mail::words::delivery,
            ),
        })
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
            (
                customer(),
                Role::User,
                (route::GRANTS, Some("role_missing")),
            ),
            (operator, Role::ProgramAdmin, (route::MAIL_DELIVERY, None)),
        ] {
            assert_eq!(start(&organization, role), expected, "{role:?}");
        }
    }
}
