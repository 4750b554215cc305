//! The world that the benchmarks of decisions ask about, and the questions.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a benchmark stops when its world is wrong"
)]

use std::collections::HashMap;

use chrono::{TimeZone, Utc};
use tierline_core::{
    Evolve as _,
    access::{Action, CustomerFacts, Decision, Provider, authorize_on_customer},
    actor::Actor,
    ids::*,
    organization::{
        Capabilities, Capability, CapabilityState, Organization, RequiredOf, SignedAgreement,
    },
    relationship::{Event, Grant, Origin, Relationship, Side},
    role::{Role, RoleSet},
};
use uuid::Uuid;

/// The number of questions.
pub(crate) const DECISIONS: usize = 20_000;

/// The actions in the questions.
pub(crate) const ACTIONS: [Action; 6] = [
    Action::PlaceOrder,
    Action::ViewSubscriptions,
    Action::ManageSubscriptions,
    Action::ManageLicenses,
    Action::ManageUsers,
    Action::DesignateSupport,
];

/// Numbers that look random and are the same in every run (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut value = self.0;
        value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((value ^ (value >> 31)) % end as u64) as usize
    }
}

/// Partners with the providers they are in partnership with, customers, and the relationships between them.
pub(crate) struct World {
    pub(crate) partners: Vec<(Organization, Vec<Provider>)>,
    pub(crate) customers: Vec<Organization>,
    pub(crate) relationships: HashMap<(OrganizationId, OrganizationId), Relationship>,
}

/// An organization that has signed and associated an MPN ID.
pub(crate) fn organization(
    number: u128,
    name: &str,
    country: &str,
    capability: Capability,
) -> Organization {
    let at = Utc.timestamp_opt(1_767_225_600, 0).single();
    Organization {
        id: Uuid::from_u128(number).into(),
        name: name.parse().expect("a good name"),
        domain: format!("org{number}.example")
            .parse()
            .expect("a good domain"),
        country: country.parse().expect("a country"),
        capabilities: Capabilities::only(capability),
        agreement: at.map(|at| SignedAgreement {
            version: "1".to_owned(),
            at,
        }),
        mpn: "4586213".parse().ok(),
        second_factor: RequiredOf::Nobody,
        suspensions: Vec::new(),
        offboarding: None,
        mpn_inactive: None,
        asked_first: false,
    }
}

/// A world of 3 providers, 50 resellers and 1,000 customers, multiplied by the scale.
pub(crate) fn world(scale: usize) -> World {
    let mut numbers = Numbers(7);
    let at = Utc
        .timestamp_opt(1_767_225_600, 0)
        .single()
        .expect("a time");
    let mut next = 0;
    let mut id = || {
        next += 1;
        next
    };
    let country = |numbers: &mut Numbers| ["DE", "FR", "AT", "TW"][numbers.below(4)];
    let providers: Vec<_> = (0..3 * scale)
        .map(|_| {
            organization(
                id(),
                "Contoso Distribution",
                country(&mut numbers),
                Capability::IndirectProvider,
            )
        })
        .collect();
    let resellers: Vec<_> = (0..50 * scale)
        .map(|_| {
            organization(
                id(),
                "Fabrikam Cloud",
                country(&mut numbers),
                Capability::IndirectReseller,
            )
        })
        .collect();
    let customers: Vec<_> = (0..1000 * scale)
        .map(|_| {
            organization(
                id(),
                "Woodgrove Bakery",
                country(&mut numbers),
                Capability::Customer,
            )
        })
        .collect();
    let mut relationships = HashMap::new();
    let mut tie =
        |partner: &Organization, customer: &Organization, side: Side, numbers: &mut Numbers| {
            let established = Event::Established {
                partner: partner.id,
                customer: customer.id,
                side,
                together_with: None,
                origin: Origin::Created {
                    by: partner.id,
                    user: Uuid::nil().into(),
                },
                grants: Grant::ALL
                    .into_iter()
                    .filter(|_| numbers.below(5) > 0)
                    .collect(),
                groups: Default::default(),
                at,
            };
            let made = Relationship::evolve(Uuid::from_u128(id()).into(), None, &established);
            relationships.extend(made.map(|made| ((partner.id, customer.id), made)));
        };
    for customer in &customers {
        let reseller = &resellers[numbers.below(resellers.len())];
        let provider = &providers[numbers.below(providers.len())];
        tie(reseller, customer, Side::IndirectReseller, &mut numbers);
        tie(provider, customer, Side::IndirectProvider, &mut numbers);
    }
    let of_resellers: Vec<_> = resellers
        .iter()
        .map(|_| {
            vec![Provider {
                party: providers[numbers.below(providers.len())].party(),
                may_order: true,
            }]
        })
        .collect();
    let mut partners: Vec<_> = providers
        .into_iter()
        .map(|it| (it, Vec::new()))
        .chain(resellers.into_iter().zip(of_resellers))
        .collect();
    // Some do not meet the requirements of rule 4.
    for (partner, _) in &mut partners {
        match numbers.below(12) {
            0 => partner.agreement = None,
            1 => partner.mpn = None,
            2 => {
                for state in [
                    &mut partner.capabilities.indirect_provider,
                    &mut partner.capabilities.indirect_reseller,
                ] {
                    *state = state.map(|_| CapabilityState::Suspended);
                }
            }
            _ => {}
        }
    }
    World {
        partners,
        customers,
        relationships,
    }
}

/// A question about an actor, an action and a customer. Half of the customers are served by the partner.
#[derive(Clone, Copy)]
pub(crate) struct Question<'a> {
    pub(crate) partner: &'a Organization,
    pub(crate) providers: &'a [Provider],
    pub(crate) customer: &'a Organization,
    pub(crate) actor: Actor,
    pub(crate) action: Action,
}

/// The questions.
pub(crate) fn questions(world: &World) -> Vec<Question<'_>> {
    let mut numbers = Numbers(11);
    let ties: Vec<_> = {
        let mut ties: Vec<_> = world.relationships.keys().copied().collect();
        ties.sort();
        ties
    };
    let partners: HashMap<_, _> = world
        .partners
        .iter()
        .map(|entry| (entry.0.id, entry))
        .collect();
    let customers: HashMap<_, _> = world
        .customers
        .iter()
        .map(|customer| (customer.id, customer))
        .collect();
    (0..DECISIONS)
        .map(|number| {
            let (partner, customer) = if number % 2 == 0 {
                let (partner, customer) = ties[numbers.below(ties.len())];
                (partners[&partner], customers[&customer])
            } else {
                let partner = &world.partners[numbers.below(world.partners.len())];
                (
                    partner,
                    &world.customers[numbers.below(world.customers.len())],
                )
            };
            let role = [Role::AdminAgent, Role::SalesAgent, Role::HelpdeskAgent][numbers.below(3)];
            let organization = partner.0.id;
            let actor = Actor {
                user: Uuid::nil().into(),
                organization,
                roles: RoleSet::EMPTY.with(role),
                customers: Default::default(),
            };
            let action = ACTIONS[numbers.below(ACTIONS.len())];
            Question {
                partner: &partner.0,
                providers: &partner.1,
                customer,
                actor,
                action,
            }
        })
        .collect()
}

/// Core's answer.
pub(crate) fn answer(world: &World, question: &Question<'_>) -> Decision {
    let facts = CustomerFacts {
        organization: question.partner,
        customer: question.customer,
        relationship: world
            .relationships
            .get(&(question.partner.id, question.customer.id)),
        providers: question.providers,
    };
    authorize_on_customer(facts, &question.actor, question.action)
}
