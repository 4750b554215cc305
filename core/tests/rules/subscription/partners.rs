//! Who supports the customer, who earns incentives, and who says so.

use chrono::NaiveDate;
use proptest::prelude::*;
use tierline_core::{
    Evolve as _, Refusal,
    access::CustomerFacts,
    ids::OrganizationId,
    organization::{Capability, CapabilityState, Organization},
    partnership::{self, Partnership},
    relationship::{self, Grant, GrantSet, Relationship, Side},
    role::Role,
    subscription::{
        Associate, Candidate, Event, Facts, Happened, State, Status, Subscription, Tenure,
        associate, may_associate, of_record_on, tenures,
    },
};

use super::{World, common};
use crate::common::*;

fn serves(partner: &Organization, side: Side) -> Relationship {
    common::relationship(partner, &customer(), side, side.asks_for())
}

fn support(to: OrganizationId) -> Associate {
    Associate::DesignateSupport { to }
}

fn earns(to: Option<OrganizationId>) -> Associate {
    Associate::SetPartnerOfRecord { to }
}

/// By this organization, with its relationship.
fn by(
    world: &World,
    (organization, role): (&Organization, Role),
    relationship: Option<&Relationship>,
    named: Option<Candidate<'_>>,
    asked: Associate,
) -> Result<Vec<Happened>, Refusal> {
    let orderer = world.orderer();
    let facts = Facts {
        access: CustomerFacts {
            organization,
            customer: &world.customer,
            relationship,
            providers: &[],
        },
        ..world.facts(&orderer)
    };
    let actor = actor(organization, role);
    let decided = associate(facts, named, asked, &actor, day(2));
    // Whoever is told in advance that it is not possible is told the same then.
    if let Err(refusal) = may_associate(facts, asked, &actor, day(2)) {
        assert_eq!(decided.as_ref().err(), Some(&refusal));
    }
    decided
}

/// By the provider that ordered.
fn decided(
    world: &World,
    named: Option<Candidate<'_>>,
    asked: Associate,
) -> Result<Vec<Happened>, Refusal> {
    let tie = Some(&world.relationship);
    by(
        world,
        (&world.provider, Role::AdminAgent),
        tie,
        named,
        asked,
    )
}

fn code<T>(outcome: Result<T, Refusal>) -> Result<(), &'static str> {
    outcome.map(drop).map_err(|refusal| refusal.code())
}

/// "Designate them as the customer's support contact for specific subscriptions": the provider does, and nobody else.
#[test]
fn only_the_agents_of_the_partner_that_ordered_name_others() {
    let world = World::of(subscription(None));
    let reseller = reseller();
    let tie = serves(&reseller, Side::IndirectReseller);
    let together = partnership(&world.provider, &reseller);
    let named = Some(Candidate {
        partner: &reseller,
        partnership: Some(&together),
        relationship: Some(&tie),
    });
    for asked in [support(reseller.id), earns(None)] {
        for role in [Role::GlobalAdmin, Role::AdminAgent] {
            let ordered = Some(&world.relationship);
            let outcome = by(&world, (&world.provider, role), ordered, named, asked);
            assert_eq!(code(outcome), Ok(()), "{role:?} {asked:?}");
            let outcome = by(&world, (&reseller, role), Some(&tie), named, asked);
            assert_eq!(code(outcome), Err("another_partner"), "{role:?} {asked:?}");
        }
        for role in [Role::SalesAgent, Role::HelpdeskAgent, Role::ReportViewer] {
            let ordered = Some(&world.relationship);
            let outcome = by(&world, (&world.provider, role), ordered, named, asked);
            assert_eq!(code(outcome), Err("role_missing"), "{role:?} {asked:?}");
        }
        let itself = (&world.customer, Role::GlobalAdmin);
        let outcome = by(&world, itself, None, named, asked);
        assert_eq!(code(outcome), Err("itself"));
    }
}

#[test]
fn a_support_contact_is_a_reseller_with_the_right_or_who_ordered() {
    let mut world = World::of(subscription(None));
    let reseller = reseller();
    let whole = serves(&reseller, Side::IndirectReseller);
    let only = |grants| {
        let side = Side::IndirectReseller;
        common::relationship(&reseller, &customer(), side, grants)
    };
    let of = |relationship| {
        Some(Candidate {
            partner: &reseller,
            partnership: None,
            relationship,
        })
    };
    let to = support(reseller.id);
    assert_eq!(code(decided(&world, of(Some(&whole)), to)), Ok(()));
    let supports = only(GrantSet::EMPTY.with(Grant::Support));
    assert_eq!(code(decided(&world, of(Some(&supports)), to)), Ok(()));
    let administers = only(GrantSet::EMPTY.with(Grant::Administer));
    let refused = code(decided(&world, of(Some(&administers)), to));
    assert_eq!(refused, Err("grant_missing"));
    assert_eq!(code(decided(&world, of(None), to)), Err("no_relationship"));
    assert_eq!(code(decided(&world, None, to)), Err("unknown_partner"));
    let another = stranger();
    let provides = serves(&another, Side::IndirectProvider);
    let named = Candidate {
        partner: &another,
        partnership: None,
        relationship: Some(&provides),
    };
    assert_eq!(
        code(decided(&world, Some(named), support(another.id))),
        Err("not_a_reseller")
    );

    // Back to who ordered, for which it needs nothing but another contact before.
    let back = support(world.provider.id);
    assert_eq!(code(decided(&world, None, back)), Err("unchanged"));
    let events = decided(&world, of(Some(&whole)), to).unwrap();
    world.record(&events);
    assert_eq!(world.base().support_contact, reseller.id);
    assert_eq!(code(decided(&world, None, back)), Ok(()));
}

#[test]
fn a_partner_of_record_is_in_business_in_partnership_and_serves_the_customer() {
    let none = Subscription {
        partner_of_record: None,
        ..subscription(None)
    };
    let world = World::of(none);
    let whole = reseller();
    let tie = serves(&whole, Side::IndirectReseller);
    let together = partnership(&world.provider, &whole);
    let over = partnership::Event::Ended {
        at: day(1),
        by: world.provider.id,
        reason: None,
    };
    let over = Partnership::evolve(together.id, Some(together.clone()), &over).unwrap();
    let mut unsigned = whole.clone();
    unsigned.agreement = None;
    let mut without_mpn = whole.clone();
    without_mpn.mpn = None;
    let suspended = with(
        whole.clone(),
        Capability::IndirectReseller,
        CapabilityState::Suspended,
    );
    let far = organization(2, "Fabrikam Cloud", "TW", Capability::IndirectReseller);
    let (active, tied) = (Some(&together), Some(&tie));
    for (partner, partnership, relationship, outcome) in [
        (&whole, active, tied, Ok(())),
        (&unsigned, active, tied, Err("agreement_unsigned")),
        (&without_mpn, active, tied, Err("mpn_id_missing")),
        (&suspended, active, tied, Err("capability_inactive")),
        (&whole, None, tied, Err("no_partnership")),
        (&whole, Some(&over), tied, Err("no_partnership")),
        (&whole, active, None, Err("no_relationship")),
        (&far, active, tied, Err("region_mismatch")),
    ] {
        let named = Candidate {
            partner,
            partnership,
            relationship,
        };
        let decided = decided(&world, Some(named), earns(Some(whole.id)));
        assert_eq!(code(decided), outcome, "{named:?}");
        // What would be refused is what is told of one that was named before.
        let earning = subscription(None);
        let warning =
            earning.of_record_warning(&world.provider, &world.customer, Some(named), day(2));
        let warning = warning.map_or(Ok(()), |refusal| Err(refusal.code()));
        assert_eq!(warning, outcome, "{named:?}");
    }
}

#[test]
fn what_is_over_changes_no_more() {
    let at = day(1);
    for (state, outcome) in [
        (State::Suspended { at, by: id(7) }, Ok(())),
        (State::Expired { at }, Ok(())),
        (State::Canceled { at, by: id(7) }, Err("wrong_state")),
    ] {
        let it = Subscription {
            state,
            ..subscription(None)
        };
        let warning = it.of_record_warning(&provider(), &customer(), None, day(2));
        assert_eq!(warning, None, "{state:?}");
        let world = World::of(it);
        assert_eq!(
            code(decided(&world, None, earns(None))),
            outcome,
            "{state:?}"
        );
    }
    let deleted = Subscription {
        state: State::Deleted { at },
        ..subscription(None)
    };
    let refused = decided(&World::of(deleted), None, earns(None)).unwrap_err();
    assert_eq!(
        refused,
        tierline_core::subscription::Refusal::WrongState {
            status: Status::Deleted
        }
        .into()
    );
}

/// A tenant owner comes from the customer alone.
#[test]
fn a_customer_makes_a_reseller_tenant_owner() {
    use relationship::{TenantOwnerChange as C, TenantOwnerFacts, change_tenant_owner};
    let (provider, reseller, customer) = (provider(), reseller(), customer());
    let tie = serves(&reseller, Side::IndirectReseller);
    let provides = serves(&provider, Side::IndirectProvider);
    let (seller, orders) = (reseller.party(), provider.party());
    let facts = TenantOwnerFacts {
        relationship: &tie,
        customer: &customer,
        partner: &seller,
        has_platform: true,
    };
    let give = |facts, organization, role| {
        let by = actor(organization, role);
        code(change_tenant_owner(facts, C::Give, &by, day(2)))
    };
    assert_eq!(give(facts, &customer, Role::GlobalAdmin), Ok(()));
    let refused = give(facts, &customer, Role::BillingAdmin);
    assert_eq!(refused, Err("role_missing"));
    let refused = give(facts, &reseller, Role::GlobalAdmin);
    assert_eq!(refused, Err("role_missing"));
    let of_provider = TenantOwnerFacts {
        relationship: &provides,
        partner: &orders,
        ..facts
    };
    let refused = give(of_provider, &customer, Role::GlobalAdmin);
    assert_eq!(refused, Err("owner_is_reseller"));

    let mut owner = tie.clone();
    owner.apply(&relationship::Event::TenantOwnerGiven {
        at: day(2),
        by: id(7),
    });
    let owned = TenantOwnerFacts {
        relationship: &owner,
        ..facts
    };
    let refused = give(owned, &customer, Role::GlobalAdmin);
    assert_eq!(refused, Err("owns_tenant"));
    // It ends with the relationship.
    owner.apply(&relationship::Event::Ended {
        at: day(3),
        by: id(7),
    });
    assert!(!owner.owns_tenant());
    let ended = TenantOwnerFacts {
        relationship: &owner,
        ..facts
    };
    let admin = actor(&customer, Role::GlobalAdmin);
    for change in [C::Give, C::TakeAway] {
        let refused = change_tenant_owner(ended, change, &admin, day(4));
        assert_eq!(code(refused), Err("grant_ended"));
    }
}

/// A change of who earns, of who supports, or the end of the right to support.
#[derive(Clone, Copy, Debug)]
enum Try {
    Earns(u8),
    Supports(bool),
    RightEnds,
}

fn tries() -> impl Strategy<Value = Vec<(i64, Try)>> {
    let one = prop_oneof![
        4 => (0..3u8).prop_map(Try::Earns),
        2 => any::<bool>().prop_map(Try::Supports),
        1 => Just(Try::RightEnds),
    ];
    prop::collection::vec((0..50i64, one), 0..30)
}

proptest! {
    /// Whoever supports has the right to, or ordered it. Who earns is known for every hour, and each day has one.
    #[test]
    fn a_contact_has_the_right_and_each_day_has_one_partner_of_record(tries in tries()) {
        let mut world = World::of(subscription(None));
        let resellers = [2, 8].map(|number| organization(number, "Relecloud", "DE", Capability::IndirectReseller));
        let partnerships = resellers.each_ref().map(|it| partnership(&world.provider, it));
        let mut ties = resellers.each_ref().map(|it| serves(it, Side::IndirectReseller));
        let mut now = day(0);
        let mut history: Vec<Event> = Vec::new();
        let mut hours: Vec<Option<OrganizationId>> = Vec::new();
        for (wait, what) in tries {
            hours.extend(vec![world.base().partner_of_record; usize::try_from(wait).unwrap()]);
            now += chrono::TimeDelta::hours(wait);
            let (first, other) = (&resellers[0], &resellers[1]);
            let asked = match what {
                Try::Earns(0) => earns(None),
                Try::Earns(1) => earns(Some(first.id)),
                Try::Earns(_) => earns(Some(other.id)),
                Try::Supports(true) => support(first.id),
                Try::Supports(false) => support(world.provider.id),
                Try::RightEnds => {
                    let ended = relationship::Event::GrantEnded { grant: Grant::Support, at: now, by: id(7) };
                    ties[0].apply(&ended);
                    if let Some(event) = world.base().without_support_of(first.id, now) {
                        world.record(&[(id(60), event)]);
                    }
                    continue;
                }
            };
            let at = resellers.iter().position(|it| Some(it.id) == asked.names());
            let named = at.map(|at| Candidate {
                partner: &resellers[at],
                partnership: Some(&partnerships[at]),
                relationship: Some(&ties[at]),
            });
            let outcome = {
                let orderer = world.orderer();
                let agent = actor(&world.provider, Role::AdminAgent);
                associate(world.facts(&orderer), named, asked, &agent, now)
            };
            if let Ok(happened) = outcome {
                history.extend(happened.iter().map(|(_, event)| event.clone()));
                world.record(&happened);
            }
            let contact = world.base().support_contact;
            prop_assert!(contact == world.provider.id || ties[0].grants(Grant::Support));
        }
        hours.push(world.base().partner_of_record);
        let all: Vec<Tenure> = tenures(Some(id(2)), day(0), &history).collect();
        prop_assert_eq!(all[0].from, day(0));
        prop_assert_eq!(all[all.len() - 1].until, None);
        for pair in all.windows(2) {
            prop_assert_eq!(pair[0].until, Some(pair[1].from));
        }
        let days: Vec<NaiveDate> = (0..).map(|number| day(number).date_naive()).take_while(|it| *it <= now.date_naive()).collect();
        for (number, on) in days.into_iter().enumerate() {
            let last = hours.get(number * 24 + 23).or(hours.last()).copied().flatten();
            prop_assert_eq!(of_record_on(&all, on), last, "{}", on);
        }
    }
}
