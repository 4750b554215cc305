//! Partners that serve a customer together.

use proptest::prelude::*;
use tierline_core::{
    Evolve as _, Timestamp,
    ids::OrganizationId,
    organization::{Capability, Organization},
    partnership::{self, NOTICE, Partnership},
    relationship::{CoServing, Event, Grant, GrantSet, Relationship, Side, State, co_serving},
};

use crate::common::*;

fn second_reseller() -> Organization {
    organization(6, "Relecloud", "DE", Capability::IndirectReseller)
}

/// A relationship with all the rights that the side asks for, set up on this day.
fn serves(number: u128, partner: &Organization, side: Side, since: i64) -> Relationship {
    Relationship {
        id: id(number),
        since: day(since),
        ..relationship(partner, &customer(), side, side.asks_for())
    }
}

fn partners(
    mine: &Relationship,
    all: &[Relationship],
    ties: &[Partnership],
) -> Vec<OrganizationId> {
    co_serving(mine, all, ties, day(50))
        .iter()
        .map(|other| other.partner)
        .collect()
}

fn after(before: Partnership, event: &partnership::Event) -> Partnership {
    Partnership::evolve(before.id, Some(before), event).unwrap()
}

#[test]
fn those_of_the_same_act_come_first_then_the_older_then_the_smaller_id() {
    let third = organization(7, "Fourth Coffee", "DE", Capability::IndirectReseller);
    let fourth = organization(8, "Lucerne Digital", "DE", Capability::IndirectReseller);
    let mine = serves(10, &provider(), Side::IndirectProvider, 9);
    let of_the_act = Relationship {
        together_with: Some(provider().id),
        ..serves(20, &fourth, Side::IndirectReseller, 9)
    };
    let all = [
        serves(14, &third, Side::IndirectReseller, 5),
        serves(12, &second_reseller(), Side::IndirectReseller, 5),
        serves(13, &reseller(), Side::IndirectReseller, 2),
        mine.clone(),
        of_the_act,
    ];
    let ties = [
        partnership(&provider(), &reseller()),
        partnership(&provider(), &second_reseller()),
        partnership(&provider(), &third),
    ];
    let expected = [fourth.id, reseller().id, second_reseller().id, third.id];
    assert_eq!(partners(&mine, &all, &ties), expected);
}

#[test]
fn a_reseller_shares_a_customer_with_the_providers_that_may_order() {
    let mine = serves(10, &reseller(), Side::IndirectReseller, 1);
    let may_order = serves(11, &provider(), Side::IndirectProvider, 1);
    let may_not = Relationship {
        grants: relationship(
            &stranger(),
            &customer(),
            Side::IndirectProvider,
            GrantSet::EMPTY.with(Grant::Support),
        )
        .grants,
        ..serves(12, &stranger(), Side::IndirectProvider, 1)
    };
    let all = [mine.clone(), may_order, may_not.clone()];
    let ties = [
        partnership(&provider(), &reseller()),
        partnership(&stranger(), &reseller()),
    ];
    assert_eq!(partners(&mine, &all, &ties), [provider().id]);
    // The provider without that right still serves the customer alongside its reseller.
    assert_eq!(partners(&may_not, &all, &ties), [reseller().id]);
}

#[test]
fn the_end_of_a_partnership_leaves_what_was_set_up_in_one_act() {
    let act = |number, partner: &Organization, side, with: Organization| Relationship {
        together_with: Some(with.id),
        ..serves(number, partner, side, 1)
    };
    let mine = act(10, &provider(), Side::IndirectProvider, reseller());
    let all = [
        mine.clone(),
        act(11, &reseller(), Side::IndirectReseller, provider()),
        serves(12, &second_reseller(), Side::IndirectReseller, 3),
    ];
    let ended = partnership::Event::Ended {
        at: day(20),
        by: provider().id,
        reason: None,
    };
    let ties = [
        after(partnership(&provider(), &reseller()), &ended),
        after(partnership(&provider(), &second_reseller()), &ended),
    ];
    assert_eq!(partners(&mine, &all, &ties), [reseller().id]);
    assert_eq!(partners(&all[1], &all, &ties), [provider().id]);
    assert!(partners(&all[2], &all, &ties).is_empty());
}

#[test]
fn one_act_is_seen_from_both_sides_and_does_not_reach_what_came_later() {
    // The provider already served the customer when it was invited for both.
    let earlier = serves(10, &provider(), Side::IndirectProvider, 1);
    let joined = Relationship {
        together_with: Some(provider().id),
        ..serves(11, &reseller(), Side::IndirectReseller, 5)
    };
    let all = [earlier, joined];
    assert_eq!(partners(&all[0], &all, &[]), [reseller().id]);
    assert_eq!(partners(&all[1], &all, &[]), [provider().id]);

    // The customer has left the provider since, and returned to it alone.
    let anew = serves(12, &provider(), Side::IndirectProvider, 9);
    let all = [anew, all[1].clone()];
    assert!(partners(&all[0], &all, &[]).is_empty());
    assert!(partners(&all[1], &all, &[]).is_empty());
    let ties = [partnership(&provider(), &reseller())];
    assert_eq!(partners(&all[0], &all, &ties), [reseller().id]);
}

#[test]
fn notice_that_was_given_says_until_when() {
    let mine = serves(10, &provider(), Side::IndirectProvider, 1);
    let all = [
        mine.clone(),
        serves(11, &reseller(), Side::IndirectReseller, 1),
    ];
    let ends = day(2) + NOTICE;
    let notice = partnership::Event::NoticeGiven {
        at: day(2),
        by: reseller().id,
        user: id(1),
        ends,
        reason: None,
    };
    let ties = [after(partnership(&provider(), &reseller()), &notice)];
    let found = co_serving(&mine, &all, &ties, day(3));
    assert_eq!(found.len(), 1);
    let other = found.first().unwrap();
    assert_eq!((other.partner, other.until), (reseller().id, Some(ends)));
    assert!(other.holds(day(31)) && !other.holds(ends));
    assert!(co_serving(&mine, &all, &ties, ends).is_empty());
}

#[test]
fn a_direct_bill_partner_and_who_has_left_serve_nobody_together() {
    let left = Relationship::evolve(
        id(11),
        Some(serves(11, &reseller(), Side::IndirectReseller, 1)),
        &Event::Ended {
            at: day(4),
            by: id(1),
        },
    )
    .unwrap();
    let all = [
        serves(10, &provider(), Side::IndirectProvider, 1),
        left,
        serves(12, &direct_bill(), Side::DirectBill, 1),
    ];
    let ties = [
        partnership(&provider(), &reseller()),
        partnership(&provider(), &direct_bill()),
    ];
    for mine in &all {
        assert!(partners(mine, &all, &ties).is_empty(), "{mine:?}");
    }
}

/// A customer's relationships with up to six partners, and partnerships between these.
fn worlds() -> impl Strategy<Value = (Vec<Relationship>, Vec<Partnership>)> {
    let side = prop_oneof![
        Just(Side::IndirectProvider),
        Just(Side::IndirectReseller),
        Just(Side::DirectBill),
    ];
    let one = (side, 0..4i64, any::<bool>(), any::<bool>(), 0..8usize);
    let tie = (0..6usize, 0..6usize, 0..4usize);
    (
        prop::collection::vec(one, 0..6),
        prop::collection::vec(tie, 0..8),
    )
        .prop_map(|(relationships, ties)| {
            let number = |index: usize| id(100 + index as u128);
            let relationships = relationships.into_iter().enumerate().map(
                |(index, (side, since, active, orders, with))| {
                    let mut it = serves(index as u128, &provider(), side, since);
                    it.partner = number(index);
                    it.together_with = (with < 6 && with != index).then(|| number(with));
                    if !orders {
                        it.grants = Default::default();
                    }
                    if !active {
                        it.state = State::Ended {
                            at: day(40),
                            by: Some(id(1)),
                        };
                    }
                    it
                },
            );
            let ties = ties.into_iter().filter(|(one, other, _)| one != other);
            let ties = ties.map(|(one, other, state)| Partnership {
                provider: number(one),
                reseller: number(other),
                state: match state {
                    0 => partnership::State::Ended {
                        at: day(40),
                        by: id(1),
                        reason: None,
                    },
                    1 | 2 => partnership::State::Ending {
                        ends: day(50 + 10 * state as i64),
                        by: id(1),
                        user: id(1),
                        announced: day(40),
                        reason: None,
                    },
                    _ => partnership::State::Active,
                },
                ..partnership(&provider(), &reseller())
            });
            (relationships.collect(), ties.collect())
        })
}

fn find(found: &[CoServing], partner: OrganizationId) -> Option<&CoServing> {
    found.iter().find(|other| other.partner == partner)
}

proptest! {
    #[test]
    fn partners_see_each_other_and_time_alone_only_takes_away((all, ties) in worlds(), later in 0..30i64) {
        let (now, later): (Timestamp, Timestamp) = (day(50), day(50 + later));
        for mine in &all {
            let found = co_serving(mine, &all, &ties, now);
            for other in &found {
                let theirs = all.iter().find(|it| it.partner == other.partner).unwrap();
                prop_assert!(mine.is_active() && theirs.is_active() && theirs.side != mine.side);
                // A provider that may not order is the one case in which only one side sees the other.
                let seen = co_serving(theirs, &all, &ties, now);
                let back = find(&seen, mine.partner);
                if mine.side == Side::IndirectReseller || mine.grants(Grant::OrderOnBehalf) {
                    prop_assert_eq!(back.map(|it| it.until), Some(other.until));
                } else {
                    prop_assert!(back.is_none());
                }
            }
            let left: Vec<CoServing> = found.into_iter().filter(|it| it.holds(later)).collect();
            prop_assert_eq!(co_serving(mine, &all, &ties, later), left);
        }
    }
}
