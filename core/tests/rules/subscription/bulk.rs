//! Many renewals, decided one by one.

use tierline_core::{
    Refusal, Timestamp,
    catalog::Kind,
    market::Currency,
    money::{Money, Quantity},
    relationship::Side,
    role::Role,
    subscription::{
        AutoRenew, Bulk, Change, Command, Event, Foreseen, Pending, Plan, State, foresee,
    },
    term::{Billing, Term},
};

use super::World;
use crate::common::*;

fn foreseen(world: &World, bulk: Bulk, assigned: u32, now: Timestamp) -> Result<Foreseen, Refusal> {
    let orderer = world.orderer();
    let agent = actor(&world.provider, Role::AdminAgent);
    foresee(world.facts(&orderer), bulk, assigned, &agent, now)
}

fn refused(world: &World, bulk: Bulk, assigned: u32, now: Timestamp) -> &'static str {
    foreseen(world, bulk, assigned, now).unwrap_err().code()
}

fn world() -> World {
    let price = Some(Money::new(600, Currency::Eur));
    let mut world = World::of(subscription(price));
    for offer in &mut world.offers {
        offer.product.price = price;
    }
    world
}

fn scheduled(world: &World, change: Change, renewed: bool) -> Pending {
    Pending {
        change,
        renewed,
        price: None,
        at: day(20),
        author: author(&world.provider),
    }
}

#[test]
fn what_is_foreseen_is_what_the_renewal_brings() {
    for (bulk, assigned, renews) in [
        (Bulk::RenewNow, 20, Some(25)),
        (Bulk::FitAssigned, 20, Some(20)),
        (Bulk::AutoRenewOff, 20, None),
    ] {
        let mut world = world();
        let foreseen = foreseen(&world, bulk, assigned, day(20)).unwrap();
        world.run(foreseen.command, day(20));
        assert_eq!(world.base(), &foreseen.after);
        let events = world.catch_up(day(365));
        let last = events.last().map(|(_, event)| event);
        match renews {
            Some(count) => {
                let year = Money::new(12 * 600 * i64::from(count), Currency::Eur);
                assert_eq!(foreseen.next_term, Some(year), "{bulk}");
                assert!(
                    matches!(last, Some(Event::Renewed { change, price: Some(price), .. })
                        if change.quantity.get() == count && price.times(change.quantity) == Ok(year)),
                    "{last:?}"
                );
            }
            None => {
                assert_eq!(foreseen.next_term, None);
                assert!(matches!(last, Some(Event::Expired { .. })), "{last:?}");
            }
        }
    }
}

#[test]
fn what_is_so_already_is_not_done_again() {
    let mut world = world();
    assert_eq!(refused(&world, Bulk::AutoRenewOn, 20, day(20)), "unchanged");
    assert_eq!(refused(&world, Bulk::FitAssigned, 25, day(20)), "unchanged");
    world.run(Command::RenewNow, day(20));
    assert_eq!(refused(&world, Bulk::RenewNow, 20, day(21)), "unchanged");
    // The price and the number of that day stay.
    assert_eq!(
        refused(&world, Bulk::FitAssigned, 20, day(21)),
        "renewed_already"
    );
}

#[test]
fn what_else_is_scheduled_stays_scheduled() {
    let mut world = world();
    let three_years = Plan {
        term: Term::ThreeYears,
        billing: Billing::Monthly,
    };
    let change = Change {
        plan: three_years,
        ..world.base().as_is()
    };
    world.family.base.course.pending = Some(scheduled(&world, change, false));
    let command = Bulk::FitAssigned.command(world.base(), 20).unwrap();
    let expected = Command::Schedule {
        quantity: Some(20),
        upgrade: None,
        plan: Some(three_years),
    };
    assert_eq!(command, expected);
    // All are assigned again: there is nothing left to schedule.
    let fewer = Change {
        quantity: Quantity::new(20).unwrap(),
        ..world.base().as_is()
    };
    world.family.base.course.pending = Some(scheduled(&world, fewer, false));
    let command = Bulk::FitAssigned.command(world.base(), 25).unwrap();
    assert_eq!(command, Command::Unschedule);
}

#[test]
fn each_is_refused_as_if_it_were_the_only_one() {
    let mut world = world();
    assert_eq!(
        refused(&world, Bulk::FitAssigned, 0, day(20)),
        "quantity_outside"
    );
    world.family.base.course.kind = Kind::Platform;
    assert_eq!(
        refused(&world, Bulk::FitAssigned, 20, day(20)),
        "not_for_kind"
    );
    world.family.base.course.kind = Kind::License;
    world.family.base.course.auto_renew = AutoRenew::Off;
    assert_eq!(
        refused(&world, Bulk::FitAssigned, 20, day(20)),
        "no_renewal"
    );
    // What time has brought by then counts.
    for bulk in Bulk::ALL {
        assert_eq!(refused(&world, bulk, 20, day(366)), "wrong_state");
    }
    world.family.base.state = State::Suspended {
        at: day(5),
        by: id(7),
    };
    assert_eq!(
        refused(&world, Bulk::AutoRenewOn, 20, day(20)),
        "wrong_state"
    );
}

#[test]
fn whoever_may_not_change_one_changes_none() {
    let mut world = world();
    let side = Side::IndirectProvider;
    world.relationship = relationship(
        &world.provider,
        &world.customer,
        side,
        tierline_core::relationship::GrantSet::EMPTY,
    );
    for bulk in [Bulk::RenewNow, Bulk::AutoRenewOff] {
        assert_eq!(refused(&world, bulk, 20, day(20)), "grant_missing");
    }
    let orderer = world.orderer();
    let seller = actor(&world.provider, Role::SalesAgent);
    let refusal = foresee(world.facts(&orderer), Bulk::RenewNow, 20, &seller, day(20));
    assert_eq!(refusal.unwrap_err().code(), "role_missing");
}

#[test]
fn another_price_is_another_cost() {
    let mut world = world();
    let now = foreseen(&world, Bulk::FitAssigned, 20, day(20)).unwrap();
    let fewer = foreseen(&world, Bulk::FitAssigned, 19, day(20)).unwrap();
    assert_ne!(now.cost(), fewer.cost());
    for offer in &mut world.offers {
        offer.product.price = Some(Money::new(601, Currency::Eur));
    }
    let later = foreseen(&world, Bulk::FitAssigned, 20, day(21)).unwrap();
    assert_ne!(now.cost(), later.cost());
}
