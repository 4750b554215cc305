//! What was scheduled, while the customer's account is under review.

use tierline_core::{
    catalog::Rate,
    market::Currency,
    money::Money,
    subscription::{Change, Command, Event, Happened, Lapse, Pending, Plan},
    term::{Billing, Term},
};

use super::World;
use crate::common::*;

const MONTH: Plan = Plan {
    term: Term::Month,
    billing: Billing::Monthly,
};

const fn schedule(quantity: u32, plan: Option<Plan>) -> Command {
    Command::Schedule {
        quantity: Some(quantity),
        upgrade: None,
        plan,
    }
}

/// The last renewal: what it is from then on, who scheduled that, and what waits.
fn renewed(world: &mut World, now: i64) -> (Change, bool, Option<Pending>) {
    let events = world.catch_up(day(now));
    let mut renewals = events
        .into_iter()
        .rev()
        .filter_map(|(_, event)| match event {
            Event::Renewed {
                change,
                scheduled_by,
                waiting,
                ..
            } => Some((change, scheduled_by.is_some(), waiting)),
            _ => None,
        });
    renewals.next().unwrap()
}

#[test]
fn more_licenses_wait_for_the_renewal_after_the_review() {
    let mut world = World::of(subscription(None));
    world.run(schedule(40, None), day(300));
    world.reviewed(true, day(301));
    let (change, by_somebody, waiting) = renewed(&mut world, 365);
    assert_eq!((change.quantity.get(), by_somebody), (25, false));
    let waiting = waiting.unwrap();
    assert_eq!((waiting.change.quantity.get(), waiting.at), (40, day(300)));
    assert_eq!(waiting.author, author(&provider()));
    // It stands there as it did, and can be dropped.
    assert_eq!(world.base().course.pending.as_ref(), Some(&waiting));
    assert!(world.try_at(Command::Unschedule, day(366)).is_ok());
    world.reviewed(false, day(400));
    let (change, by_somebody, waiting) = renewed(&mut world, 730);
    assert_eq!(
        (change.quantity.get(), by_somebody, waiting),
        (40, true, None)
    );
    assert_eq!(world.base().course.pending, None);
}

/// However late it is written down, and whatever the operator has done since.
#[test]
fn it_is_asked_whether_there_was_a_review_on_the_day_of_the_renewal() {
    for (begins, ends, count) in [
        (100, Some(200), 40),
        (100, Some(364), 40),
        (365, None, 40),
        (366, None, 40),
        (364, None, 25),
        (100, Some(365), 25),
        (364, Some(380), 25),
    ] {
        let mut world = World::of(subscription(None));
        world.run(schedule(40, None), day(50));
        world.reviewed(true, day(begins));
        if let Some(ends) = ends {
            world.reviewed(false, day(ends));
        }
        let (change, ..) = renewed(&mut world, 400);
        assert_eq!(change.quantity.get(), count, "{begins} {ends:?}");
    }
}

#[test]
fn fewer_licenses_and_another_plan_go_on() {
    let mut world = World::of(subscription(None));
    world.run(schedule(10, Some(MONTH)), day(300));
    world.reviewed(true, day(301));
    let (change, by_somebody, waiting) = renewed(&mut world, 365);
    assert_eq!((change.quantity.get(), change.plan), (10, MONTH));
    assert!(by_somebody && waiting.is_none());

    // With more licenses, the plan alone.
    let mut world = World::of(subscription(None));
    world.run(schedule(40, Some(MONTH)), day(300));
    world.reviewed(true, day(301));
    let (change, by_somebody, waiting) = renewed(&mut world, 365);
    assert_eq!((change.quantity.get(), change.plan), (25, MONTH));
    assert!(by_somebody);
    assert_eq!(waiting.unwrap().change.quantity.get(), 40);
}

#[test]
fn an_upgrade_waits_and_the_product_renews() {
    let mut world = World::of(subscription(None));
    let target = offer(51, "Business Premium");
    world.offers[0].upgrades = vec![target.product.sku];
    let sku = target.product.sku;
    world.offers.push(target);
    let command = Command::Schedule {
        quantity: Some(20),
        upgrade: Some(sku),
        plan: None,
    };
    world.run(command, day(300));
    world.reviewed(true, day(301));
    let (change, by_somebody, waiting) = renewed(&mut world, 365);
    assert_eq!((change.sku, change.quantity.get()), (id(50), 20));
    assert!(by_somebody);
    assert_eq!(waiting.unwrap().change.sku, sku);
    world.reviewed(false, day(366));
    assert_eq!(renewed(&mut world, 730).0.sku, sku);
}

/// What was agreed on at a price happens; during the review nobody agrees on more.
#[test]
fn a_renewal_ahead_is_kept_and_not_made_with_more() {
    let mut world = World::of(subscription(None));
    world.run(schedule(40, None), day(300));
    let mut reviewed = World::of(world.base().clone());
    reviewed.reviewed(true, day(301));
    assert_eq!(
        reviewed.refused(Command::RenewNow, day(302)),
        "customer_under_review"
    );
    reviewed.run(Command::Unschedule, day(302));
    reviewed.run(Command::RenewNow, day(303));

    world.run(Command::RenewNow, day(301));
    world.reviewed(true, day(302));
    let (change, by_somebody, waiting) = renewed(&mut world, 365);
    assert_eq!(
        (change.quantity.get(), by_somebody, waiting),
        (40, true, None)
    );
}

/// What waits is not dropped, though the other plan that was scheduled with it is not sold any more; and what is
/// dropped once it waits no longer is said.
#[test]
fn what_waits_is_dropped_only_after_the_review() {
    let rate = |plan, until: i64| Rate {
        plan,
        from: 1,
        to: None,
        starts: day(0),
        ends: Some(day(until)),
        partner: Money::new(12_00, Currency::Eur),
        retail: None,
    };
    let scheduled = |year| {
        let mut world = World::of(subscription(None));
        world.offers[0].rates = vec![rate(Plan::DEFAULT, year), rate(MONTH, 310)];
        world.run(schedule(40, Some(MONTH)), day(300));
        world.reviewed(true, day(301));
        world
    };
    let last = |mut events: Vec<Happened>| events.pop().map(|(_, event)| event);
    let mut world = scheduled(800);
    let Some(Event::Renewed {
        change,
        waiting: Some(waiting),
        dropped: None,
        ..
    }) = last(world.catch_up(day(365)))
    else {
        panic!("it renews, and what was scheduled waits");
    };
    assert_eq!((change.quantity.get(), change.plan), (25, Plan::DEFAULT));
    assert_eq!(waiting.change.plan, MONTH);
    world.reviewed(false, day(400));
    let Some(Event::Renewed {
        waiting: None,
        dropped: Some(dropped),
        ..
    }) = last(world.catch_up(day(730)))
    else {
        panic!("it renews as it is");
    };
    assert_eq!(
        (dropped.change, dropped.author),
        (waiting.change, waiting.author)
    );

    // With its end nothing waits.
    let mut world = scheduled(320);
    let Some(Event::Expired {
        why: Lapse::NotSold,
        dropped: Some(dropped),
        ..
    }) = last(world.catch_up(day(365)))
    else {
        panic!("it is not sold any more");
    };
    assert_eq!(dropped.change.quantity.get(), 40);
    assert_eq!(world.base().course.pending, None);
}
