//! Every row of the table, with each of its requirements met and missing in turn.

use std::collections::BTreeSet;

use tierline_core::{
    Evolve as _, Timestamp,
    access::{
        Action, CustomerFacts, Decision, PartnerFacts, authorize_on_customer, authorize_on_partner,
        authorize_on_program, authorize_own,
    },
    actor::Actor,
    organization::{Capabilities, Capability, CapabilityState, Organization},
    partnership::{self, Partnership},
    reach::{GroupSet, Reach},
    relationship::{self, Grant, Origin, Relationship, Side},
    role::{Role, RoleSet},
};
use uuid::Uuid;

use crate::{
    twin::{About, Cedar, entities, request},
    world::organization,
};

/// Asks both about every organization, role, action and subject. Stops at the first question that they answer
/// differently, and if no question was allowed by some row. Returns the number of questions asked and allowed.
pub(crate) fn agree(cedar: &Cedar, now: Timestamp) -> (u32, u32) {
    let asking = asking();
    let customers = [
        organization(900, "Woodgrove Bakery", "DE", Capability::Customer),
        organization(901, "Far Bakery", "TW", Capability::Customer),
        organization(902, "Bakery without a currency", "BA", Capability::Customer),
    ];
    let other = organization(903, "Fabrikam Cloud", "DE", Capability::IndirectReseller);
    let others = customers.iter().chain([&other]);
    let entities = entities(asking.iter(), others);
    let (mut asked, mut allowed, mut rows) = (0, 0, BTreeSet::new());
    for own in &asking {
        let ties: Vec<_> = customers
            .iter()
            .flat_map(|customer| {
                // The customer's location matters only to orders: far away, the rights that exist make no difference.
                let all = relationships(own, customer, now).map(move |it| (customer, it));
                let far = customer.id != customers[0].id;
                all.step_by(if far { 7 } else { 1 })
            })
            .collect();
        let partnerships = partnerships(own, &other, now);
        let abouts = [About::Own, About::Program]
            .into_iter()
            .chain(
                ties.iter()
                    .map(|(it, tie)| About::Customer(it, tie.as_ref())),
            )
            .chain(
                partnerships
                    .iter()
                    .map(|it| About::Partner(&other, it.as_ref())),
            );
        let asked_by = abouts.flat_map(|about| reaches(about).into_iter().map(move |it| (about, it)));
        for (about, reach) in asked_by {
            for role in Role::ALL {
                for action in Action::ALL.iter().copied() {
                    let ours = answer(own, role, action, about, reach, now);
                    let request = request(role, own, action, about, reach, now);
                    assert_eq!(
                        ours.is_ok(),
                        cedar.allows(&request, &entities),
                        "core says {ours:?}, Cedar the contrary, of {request} for {own:?}"
                    );
                    asked += 1;
                    allowed += u32::from(ours.is_ok());
                    if ours.is_ok() {
                        let roles = RoleSet::EMPTY.with(role);
                        let row = action.permission(&own.capabilities, roles, subject(about));
                        rows.extend(row.map(|(row, _)| format!("{} {row}", action.code())));
                    }
                }
            }
        }
    }
    let all = Action::ALL.iter().map(|action| action.permissions().len());
    assert_eq!(
        rows.len(),
        all.sum::<usize>(),
        "some rows never allowed anything"
    );
    (asked, allowed)
}

/// All customers; of a customer, also those in a group that some have, and those in another one.
fn reaches(about: About<'_>) -> Vec<Reach> {
    let narrowed = [GROUP, GROUP + 1].map(|number| {
        let groups = GroupSet::of([Uuid::from_u128(number).into()]).expect("few");
        Reach::Groups(groups)
    });
    let all = [Reach::All].into_iter();
    match about {
        About::Customer(..) => all.chain(narrowed).collect(),
        _ => all.collect(),
    }
}

/// The group in which customers are that granted the first of the rights.
const GROUP: u128 = 40;

/// Each capability in each state, with and without the requirements of new business, and partners moving from direct
/// bill.
fn asking() -> Vec<Organization> {
    let states = [
        CapabilityState::Active,
        CapabilityState::Enrolling,
        CapabilityState::Qualified,
        CapabilityState::Offboarding,
        CapabilityState::Suspended,
        CapabilityState::Ended,
    ];
    let one = Capability::ALL
        .into_iter()
        .flat_map(|capability| states.map(|state| Capabilities::default().with(capability, state)));
    let moving = states.map(|state| {
        Capabilities::only(Capability::IndirectReseller).with(Capability::DirectBill, state)
    });
    let all = one.chain(moving).chain([Capabilities::default()]);
    // Missing requirements are tested where nothing else is missing.
    let lacking = Capability::ALL
        .into_iter()
        .flat_map(|it| [(false, true), (true, false)].map(|has| (Capabilities::only(it), has)));
    all.map(|capabilities| (capabilities, (true, true)))
        .chain(lacking)
        .zip(1..)
        .map(|((capabilities, (signed, mpn)), number)| {
            let mut it = organization(number, "Litware", "DE", Capability::Customer);
            it.capabilities = capabilities;
            it.agreement = it.agreement.filter(|_| signed);
            it.mpn = it.mpn.filter(|_| mpn);
            it
        })
        .collect()
}

/// None; on each side, with each set of rights in force; and one that is over.
fn relationships(
    partner: &Organization,
    customer: &Organization,
    at: Timestamp,
) -> impl Iterator<Item = Option<Relationship>> + use<> {
    let (partner, customer) = (partner.id, customer.id);
    let sides = [
        Side::IndirectProvider,
        Side::IndirectReseller,
        Side::DirectBill,
    ];
    let made = move |side, bits: u8| {
        let granted = Grant::ALL.into_iter().zip(0..);
        let established = relationship::Event::Established {
            partner,
            customer,
            side,
            together_with: None,
            origin: Origin::Created {
                by: partner,
                user: Uuid::nil().into(),
            },
            grants: granted
                .filter(|(_, bit)| bits & (1 << bit) != 0)
                .map(|(grant, _)| grant)
                .collect(),
            groups: GroupSet::of((bits & 1 != 0).then(|| Uuid::from_u128(GROUP).into()))
                .expect("few"),
            at,
        };
        Relationship::evolve(Uuid::from_u128(7).into(), None, &established)
    };
    let in_force = sides
        .into_iter()
        .flat_map(move |side| (0..8).map(move |bits| made(side, bits)));
    let over = relationship::Event::Ended {
        at,
        by: Uuid::nil().into(),
    };
    let over =
        made(Side::DirectBill, 7).and_then(|it| Relationship::evolve(it.id, Some(it), &over));
    in_force.chain([None, over])
}

/// None; as provider, with and without access to the tenant; as reseller; one that is over.
fn partnerships(
    own: &Organization,
    other: &Organization,
    at: Timestamp,
) -> [Option<Partnership>; 5] {
    let (own, other) = (own.id, other.id);
    let by = Uuid::nil().into();
    let formed = |provider, reseller| {
        let formed = partnership::Event::Formed {
            provider,
            reseller,
            invitation: Uuid::nil().into(),
            at,
            by,
        };
        Partnership::evolve(Uuid::from_u128(8).into(), None, &formed)
    };
    let then = |before: Option<Partnership>, event| {
        before.and_then(|it| Partnership::evolve(it.id, Some(it), &event))
    };
    let revoked = partnership::Event::TenantAdminRevoked { at, by };
    let ended = partnership::Event::Ended {
        at,
        by: other,
        reason: None,
    };
    [
        None,
        formed(own, other),
        then(formed(own, other), revoked),
        formed(other, own),
        then(formed(own, other), ended),
    ]
}

fn subject(about: About<'_>) -> tierline_core::permission::SubjectKind {
    use tierline_core::permission::SubjectKind;
    match about {
        About::Own => SubjectKind::Own,
        About::Program => SubjectKind::Program,
        About::Customer(..) => SubjectKind::Customer,
        About::Partner(..) => SubjectKind::Partner,
    }
}

fn answer(
    organization: &Organization,
    role: Role,
    action: Action,
    about: About<'_>,
    reach: Reach,
    now: Timestamp,
) -> Decision {
    let actor = Actor {
        user: Uuid::nil().into(),
        organization: organization.id,
        roles: RoleSet::EMPTY.with(role),
        customers: reach,
    };
    match about {
        About::Own => authorize_own(organization, &actor, action),
        About::Program => authorize_on_program(organization, &actor, action),
        About::Customer(customer, relationship) => {
            let facts = CustomerFacts {
                organization,
                customer,
                relationship,
                providers: &[],
            };
            authorize_on_customer(facts, &actor, action)
        }
        About::Partner(other, partnership) => {
            let other = &other.party();
            let facts = PartnerFacts {
                organization,
                other,
                partnership,
            };
            authorize_on_partner(facts, &actor, action, now)
        }
    }
}
