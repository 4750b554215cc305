//! Access decisions over random worlds, against a model that knows nothing of refusals: it only says whether the
//! thing may be done, in the words of the product's rules.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops where something is wrong"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod common;

use common::*;
use proptest::prelude::*;
use tierline_core::{
    Evolve as _,
    access::{Action, Basis, CustomerFacts, PartnerFacts, on_customer, on_partner},
    market::Country,
    organization::{Capability, CapabilityState, Organization},
    partnership::{self, Partnership},
    relationship::{self, Grant, GrantSet, Relationship, Side},
    role::Role,
};

const ACTIONS: [Action; 8] = [
    Action::PlaceOrder,
    Action::ViewSubscriptions,
    Action::ManageSubscriptions,
    Action::ManageLicenses,
    Action::ManageUsers,
    Action::DesignateSupport,
    Action::RequestRelationship,
    Action::ViewCustomers,
];

const SIDES: [Side; 3] = [
    Side::IndirectProvider,
    Side::IndirectReseller,
    Side::DirectBill,
];

const STATES: [CapabilityState; 5] = [
    CapabilityState::Enrolling,
    CapabilityState::Active,
    CapabilityState::Offboarding,
    CapabilityState::Suspended,
    CapabilityState::Ended,
];

#[derive(Clone, Debug)]
struct Case {
    partner: Organization,
    customer: Organization,
    relationship: Option<Relationship>,
    role: Role,
    member: bool,
    action: Action,
}

fn case() -> impl Strategy<Value = Case> {
    let partner = (0..3usize, 0..5usize, any::<bool>(), any::<bool>());
    let countries = (0..4usize, 0..6usize);
    let relationship = (0..3usize, 0..8u8, 0..4u8);
    let asking = (0..Role::ALL.len(), 0..20u8, 0..ACTIONS.len());
    (partner, countries, relationship, asking).prop_map(
        |(
            (side, state, signed, mpn),
            (here, there),
            (serves_as, grants, tie),
            (role, member, action),
        )| {
            let country = |number: usize| {
                ["DE", "FR", "TW", "US", "VA", "BA"][number]
                    .parse::<Country>()
                    .unwrap()
            };
            let mut partner = with(provider(), SIDES[side].capability(), STATES[state]);
            partner.country = country(here);
            partner.agreement = partner.agreement.filter(|_| signed);
            partner.mpn = partner.mpn.filter(|_| mpn);
            let mut customer = customer();
            customer.country = country(there);
            let set: GrantSet = Grant::ALL
                .into_iter()
                .enumerate()
                .filter(|(bit, _)| grants & (1 << bit) != 0)
                .map(|(_, it)| it)
                .collect();
            let tied = common::relationship(&partner, &customer, SIDES[serves_as], set);
            let relationship = match tie {
                0 => None,
                1 => Relationship::evolve(
                    tied.id,
                    Some(tied),
                    &relationship::Event::Ended {
                        at: day(1),
                        by: id(1),
                    },
                ),
                2 => Relationship::evolve(
                    tied.id,
                    Some(tied),
                    &relationship::Event::GrantEnded {
                        grant: Grant::Administer,
                        at: day(1),
                        by: id(1),
                    },
                ),
                _ => Some(tied),
            };
            Case {
                partner,
                customer,
                relationship,
                role: Role::ALL[role],
                member: member > 0,
                action: ACTIONS[action],
            }
        },
    )
}

/// The rules in the product's words.
fn model(case: &Case) -> bool {
    let role_permits = case.member && case.role.permits(case.action);
    let Some(relationship) = &case.relationship else {
        return false;
    };
    let in_force = matches!(relationship.state, relationship::State::Active);
    let has = |grant| {
        matches!(
            relationship.grants.state(grant),
            relationship::GrantState::InForce { .. }
        )
    };
    let state = case
        .partner
        .capabilities
        .state(relationship.side.capability());
    let capability = match relationship.side {
        Side::IndirectReseller => false,
        Side::IndirectProvider => state == Some(CapabilityState::Active),
        Side::DirectBill => matches!(
            state,
            Some(CapabilityState::Active | CapabilityState::Offboarding)
        ),
    };
    let rule_4 = capability
        && case.partner.agreement.is_some()
        && case.partner.mpn.is_some()
        && case.partner.country.region() == case.customer.country.region()
        && case.customer.country.currency().is_some();
    let asked_for: &[Grant] = match relationship.side {
        Side::IndirectProvider => &[Grant::OrderOnBehalf, Grant::Support],
        Side::IndirectReseller => &[Grant::Administer, Grant::Support],
        Side::DirectBill => &Grant::ALL,
    };
    role_permits
        && in_force
        && match case.action {
            Action::PlaceOrder => rule_4 && has(Grant::OrderOnBehalf),
            Action::ManageSubscriptions | Action::ManageLicenses | Action::ManageUsers => {
                has(Grant::Administer)
            }
            Action::DesignateSupport => has(Grant::Support),
            Action::RequestRelationship => !asked_for.iter().all(|grant| has(*grant)),
            _ => true,
        }
}

fn decide(case: &Case) -> tierline_core::access::Decision {
    let mut actor = actor(&case.partner, case.role);
    if !case.member {
        actor.organization = stranger().id;
    }
    let facts = CustomerFacts {
        organization: &case.partner,
        customer: &case.customer,
        relationship: case.relationship.as_ref(),
        providers: &[],
    };
    on_customer(facts, &actor, case.action, day(2))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn the_decision_is_the_models(case in case()) {
        let decision = decide(&case);
        prop_assert_eq!(decision.is_ok(), model(&case), "{:?}", decision);
    }

    /// Rule 8: a refusal names something, and serializes.
    #[test]
    fn a_refusal_explains_itself(case in case()) {
        if let Err(refusal) = decide(&case) {
            let json = serde_json::to_value(&refusal).unwrap();
            prop_assert_eq!(json["code"].as_str().unwrap(), refusal.code());
            prop_assert_eq!(serde_json::from_value::<tierline_core::Refusal>(json).unwrap(), refusal.clone());
            prop_assert!(!refusal.to_string().is_empty());
            let (_, _) = (refusal.fixer(), refusal.next_step());
        }
    }

    /// Rule 1: what is allowed rests on a role that the actor has, and on what is in force.
    #[test]
    fn what_is_allowed_rests_on_what_is_there(case in case()) {
        match decide(&case) {
            Ok(Basis::Grant { role, relationship, grant }) => {
                let tied = case.relationship.clone().unwrap();
                prop_assert!(role == case.role && relationship == tied.id && tied.grants(grant));
            }
            Ok(Basis::Relationship { role, relationship }) => {
                let tied = case.relationship.clone().unwrap();
                prop_assert!(role == case.role && relationship == tied.id && tied.is_active());
            }
            Ok(basis) => prop_assert!(false, "{:?}", basis),
            Err(_) => {}
        }
    }

    /// Taking something away never allows more.
    #[test]
    fn less_never_allows_more(case in case()) {
        if case.action == Action::RequestRelationship {
            // The one thing for which less is more: who has everything need not ask.
            return Ok(());
        }
        let less = |change: fn(&mut Case)| { let mut less = case.clone(); change(&mut less); decide(&less).is_ok() };
        let allowed = decide(&case).is_ok();
        prop_assert!(allowed || !less(|it| it.partner.agreement = None));
        prop_assert!(allowed || !less(|it| it.partner.mpn = None));
        prop_assert!(!less(|it| it.relationship = None));
        prop_assert!(!less(|it| it.member = false));
    }

    #[test]
    fn between_partners(role in 0..Role::ALL.len(), on_day in 0..60i64, ended in 0..4u8, revoked: bool, by_provider: bool, administer: bool) {
        let (provider, reseller) = (provider(), reseller());
        let mut it = common::partnership(&provider, &reseller);
        let evolve = |it: Partnership, event| Partnership::evolve(it.id, Some(it), &event).unwrap();
        if revoked {
            it = evolve(it, partnership::Event::TenantAdminRevoked { at: day(1), by: id(1) });
        }
        it = match ended {
            1 => evolve(it, partnership::Event::Ended { at: day(5), by: provider.id, reason: None }),
            2 => evolve(it, partnership::Event::NoticeGiven { at: day(5), by: reseller.id, user: id(1), ends: day(35), reason: None }),
            _ => it,
        };
        let (own, other) = if by_provider { (&provider, &reseller) } else { (&reseller, &provider) };
        let role = Role::ALL[role];
        let action = if administer { Action::AdministerResellerTenant } else { Action::ViewPartners };
        let in_force = match ended { 1 => false, 2 => on_day < 35, _ => true };
        let expected = role.permits(action) && in_force && (!administer || (by_provider && !revoked));
        let party = other.party();
        let facts = PartnerFacts { organization: own, other: &party, partnership: Some(&it) };
        prop_assert_eq!(on_partner(facts, &actor(own, role), action, day(on_day)).is_ok(), expected);
    }
}

/// A role of one organization never reaches into another by itself.
#[test]
fn capabilities_alone_reach_nobody() {
    for capability in Capability::ALL {
        let organization = organization(9, "Litware", "DE", capability);
        let customer = customer();
        for role in Role::ALL {
            for action in ACTIONS {
                let facts = CustomerFacts {
                    organization: &organization,
                    customer: &customer,
                    relationship: None,
                    providers: &[],
                };
                assert!(on_customer(facts, &actor(&organization, role), action, day(1)).is_err());
            }
        }
    }
}
