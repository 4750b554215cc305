//! Add-ons follow their base.

use tierline_core::{
    catalog::Offer,
    market::Currency,
    money::Money,
    subscription::{
        AutoRenew, Command, Course, Event, Lapse, Plan, Reason, State, Status, Subscription,
    },
    term::{Billing, Term},
};

use super::World;
use crate::common::*;

/// An add-on for a year, bought on day 100 beside a subscription from day 0.
fn world() -> World {
    let price = Some(Money::new(1_00, Currency::Eur));
    let mut world = World::of(subscription(price));
    let start = day(100);
    let plan = Plan {
        term: Term::Year,
        billing: Billing::Monthly,
    };
    world.family.add_ons.push(Subscription {
        id: id(61),
        sku: id(51),
        plan,
        since: start,
        starts: start,
        ends: plan.term.end(start),
        course: Course {
            base: Some(id(60)),
            ..Course::default()
        },
        ..subscription(price)
    });
    world.offers[0].product.price = price;
    world.offers[0].upgrades = vec![id(52), id(53)];
    let add_on = |number, name, bases| Offer {
        bases,
        ..offer(number, name)
    };
    world
        .offers
        .push(add_on(51, "Audio Conferencing", vec![id(50), id(52)]));
    world.offers[1].product.price = price;
    world.offers.push(offer(52, "Business Premium"));
    world.offers.push(offer(53, "Apps"));
    world.offers[2].product.price = price;
    world
}

fn add_on(world: &World) -> &Subscription {
    &world.family.add_ons[0]
}

#[test]
fn it_is_suspended_and_reactivated_with_its_base() {
    let mut world = world();
    world.catch_up(day(110));
    world.run(Command::Suspend, day(110));
    assert_eq!(add_on(&world).state.status(), Status::Suspended);
    world.run(Command::Reactivate, day(111));
    assert_eq!(add_on(&world).state, State::Active);

    // One that was suspended by itself stays so.
    let alone = Event::Suspended {
        with_base: false,
        at: day(112),
        author: author(&provider()),
    };
    world.family.apply(&(id(61), alone));
    world.run(Command::Suspend, day(113));
    world.run(Command::Reactivate, day(114));
    assert_eq!(add_on(&world).state.status(), Status::Suspended);
}

/// The base is canceled after its renewal: what is left of the add-on's month is credited too.
#[test]
fn it_is_canceled_with_its_base() {
    let mut world = world();
    world.catch_up(day(366));
    let events = world.try_at(Command::Cancel, day(367)).unwrap();
    let lines = world.record(&events);
    assert_eq!(add_on(&world).state.status(), Status::Canceled);
    let credits: Vec<_> = lines
        .iter()
        .map(|line| (line.subscription, line.reason))
        .collect();
    assert_eq!(
        credits,
        [
            (id(60), Reason::Cancellation),
            (id(61), Reason::Cancellation)
        ]
    );
    assert!(lines.iter().all(|line| line.amount.minor < 0));
}

/// The base expires on day 365, within the add-on's own term.
#[test]
fn it_expires_with_its_base() {
    let mut world = world();
    world.catch_up(day(110));
    let off = Command::SetAutoRenew {
        auto_renew: AutoRenew::Off,
    };
    world.run(off, day(110));
    let events = world.catch_up(day(366));
    let ended = events.last().unwrap();
    let expected = Event::Expired {
        why: Lapse::BaseEnded,
        dropped: None,
        at: day(365),
    };
    assert_eq!(*ended, (id(61), expected));
    let last = world.ledger.last().unwrap();
    assert_eq!(
        (last.subscription, last.reason, last.from),
        (id(61), Reason::End, day(365))
    );
    assert!(last.amount.minor < 0);
}

#[test]
fn it_has_to_go_with_an_upgrade_of_its_base() {
    let mut world = world();
    assert_eq!(
        world.refused(Command::Upgrade { to: id(53) }, day(110)),
        "add_on_in_the_way"
    );
    world.run(Command::Upgrade { to: id(52) }, day(110));
    assert_eq!(
        (world.base().sku, add_on(&world).state),
        (id(52), State::Active)
    );
}
