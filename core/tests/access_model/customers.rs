//! Actions on customers.

use std::collections::BTreeSet;

use proptest::{collection::btree_set, option, prelude::*};
use tierline_core::{
    Evolve as _,
    access::{Action, Basis, CustomerFacts, authorize_on_customer, could_on_customer},
    market::Country,
    organization::{Capability, CapabilityState, Organization},
    permission::SubjectKind,
    reach::{GroupSet, Reach},
    relationship::{self, Grant, GrantSet, Relationship, Side},
    role::Role,
};

use crate::{
    common::{self, *},
    model::{STATES, may},
};

const SIDES: [Side; 3] = [
    Side::IndirectProvider,
    Side::IndirectReseller,
    Side::DirectBill,
];

#[derive(Clone, Debug)]
struct Case {
    partner: Organization,
    customer: Organization,
    relationship: Option<Relationship>,
    role: Role,
    member: bool,
    /// The groups to which the user is narrowed, if it is.
    narrowed: Option<BTreeSet<u128>>,
    action: Action,
}

fn case() -> impl Strategy<Value = Case> {
    let partner = (0..3usize, 0..5usize, any::<bool>(), any::<bool>());
    let countries = (0..4usize, 0..6usize);
    let relationship = (0..3usize, 0..8u8, 0..4u8);
    let asking = (0..Role::ALL.len(), 0..20u8, 0..Action::ALL.len());
    let groups = (
        btree_set(1..5u128, 0..4),
        option::of(btree_set(1..5u128, 0..4)),
    );
    (partner, countries, relationship, asking, groups).prop_map(
        |(
            (side, state, signed, mpn),
            (here, there),
            (serves_as, grants, tie),
            (role, member, action),
            (groups, narrowed),
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
            let mut tied = common::relationship(&partner, &customer, SIDES[serves_as], set);
            tied.groups = groups.into_iter().map(id).collect();
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
                narrowed,
                action: Action::ALL[action],
            }
        },
    )
}

/// The rules in the words of the product's documents.
fn model(case: &Case) -> bool {
    let permits = |role| may(&case.partner, role, case.action, SubjectKind::Customer);
    case.member && permits(case.role) && could(case) && reaches(case)
}

/// "Rights of a partner's users over its customers can be narrowed to groups of customers", and never those of global
/// admins.
fn reaches(case: &Case) -> bool {
    let carried: Vec<_> = case.relationship.iter().flat_map(|it| &it.groups).collect();
    match &case.narrowed {
        Some(own) if case.role != Role::GlobalAdmin => {
            let mut own = own.iter().map(|group| id(*group));
            own.any(|group| carried.contains(&&group))
        }
        _ => true,
    }
}

/// The rules, apart from the user.
fn could(case: &Case) -> bool {
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
        && case.partner.mpn_inactive.is_none()
        && case.partner.country.region() == case.customer.country.region()
        && case.customer.country.currency().is_some();
    let asked_for: &[Grant] = match relationship.side {
        Side::IndirectProvider => &[Grant::OrderOnBehalf, Grant::Support],
        Side::IndirectReseller => &[Grant::Administer, Grant::Support],
        Side::DirectBill => &Grant::ALL,
    };
    let sells = case
        .partner
        .capabilities
        .state(Capability::IndirectReseller)
        == Some(CapabilityState::Active)
        && case.partner.agreement.is_some()
        && case.partner.mpn.is_some()
        && case.partner.mpn_inactive.is_none();
    in_force
        && match case.action {
            Action::PlaceOrder => rule_4 && has(Grant::OrderOnBehalf),
            Action::ManageSubscriptions | Action::ManageLicenses | Action::ManageUsers => {
                has(Grant::Administer)
            }
            Action::ChangeOrders | Action::AnswerOrderRequest => has(Grant::OrderOnBehalf),
            Action::AskForOrder => sells,
            Action::DesignateSupport => has(Grant::Support),
            Action::RequestRelationship => !asked_for.iter().all(|grant| has(*grant)),
            Action::ViewCustomers
            | Action::ViewSubscriptions
            | Action::ViewOrderRequests
            | Action::FollowOrderRequest
            | Action::AskToRenew => true,
            _ => false,
        }
}

fn facts(case: &Case) -> CustomerFacts<'_> {
    CustomerFacts {
        organization: &case.partner,
        customer: &case.customer,
        relationship: case.relationship.as_ref(),
        providers: &[],
    }
}

fn decide(case: &Case) -> tierline_core::access::Decision {
    let mut actor = actor(&case.partner, case.role);
    let groups = case.narrowed.iter().flatten().copied().map(id);
    if case.narrowed.is_some() {
        actor.customers = Reach::Groups(GroupSet::of(groups).unwrap());
    }
    if !case.member {
        actor.organization = stranger().id;
    }
    let facts = facts(case);
    authorize_on_customer(facts, &actor, case.action)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn the_decision_is_the_models(case in case()) {
        let decision = decide(&case);
        prop_assert_eq!(decision.is_ok(), model(&case), "{:?}", decision);
        prop_assert_eq!(could_on_customer(facts(&case), case.action).is_ok(), could(&case));
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

    /// Rule 1: a permission rests on a role that the actor has, and on ties in force.
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

    /// Taking anything away never allows more.
    #[test]
    fn less_never_allows_more(case in case()) {
        if case.action == Action::RequestRelationship {
            // The one exception: a partner that has every right need not ask.
            return Ok(());
        }
        let less = |change: fn(&mut Case)| { let mut less = case.clone(); change(&mut less); decide(&less).is_ok() };
        let allowed = decide(&case).is_ok();
        prop_assert!(allowed || !less(|it| it.partner.agreement = None));
        prop_assert!(allowed || !less(|it| it.partner.mpn = None));
        prop_assert!(allowed || !less(|it| it.partner.mpn_inactive = Some(day(1))));
        prop_assert!(!less(|it| it.relationship = None));
        prop_assert!(!less(|it| it.member = false));
        // Nobody sees everybody because a group is gone.
        prop_assert!(allowed || !less(|it| it.narrowed = Some(BTreeSet::new())));
        if let Some(all) = &case.narrowed {
            for gone in all {
                let mut fewer = case.clone();
                fewer.narrowed = Some(all.iter().copied().filter(|it| it != gone).collect());
                prop_assert!(allowed || decide(&fewer).is_err());
            }
        }
    }
}

/// A role of one organization never reaches into another by itself.
#[test]
fn capabilities_alone_reach_nobody() {
    for capability in Capability::ALL {
        let organization = organization(9, "Litware", "DE", capability);
        let customer = customer();
        for role in Role::ALL {
            for action in Action::ALL.iter().copied() {
                let facts = CustomerFacts {
                    organization: &organization,
                    customer: &customer,
                    relationship: None,
                    providers: &[],
                };
                assert!(authorize_on_customer(facts, &actor(&organization, role), action).is_err());
            }
        }
    }
}
