//! What happens by itself.

use tierline_core::{
    catalog::{Earlier, Offer, Rate},
    market::Currency,
    money::Money,
    role::Role,
    subscription::{AutoRenew, Command, Event, Lapse, Plan, Status},
    term::{Billing, Term},
};

use super::World;
use crate::common::*;

fn euro(minor: i64) -> Money {
    Money::new(minor, Currency::Eur)
}

fn rate(plan: Plan, from: i64, to: Option<i64>, price: i64) -> Rate {
    Rate {
        plan,
        from: 1,
        to: None,
        starts: day(from),
        ends: to.map(day),
        partner: euro(price),
        retail: None,
    }
}

const SCHEDULE: Command = Command::Schedule {
    quantity: Some(10),
    upgrade: None,
    plan: None,
};

const OFF: Command = Command::SetAutoRenew {
    auto_renew: AutoRenew::Off,
};

/// A renewal costs the price of its day, whenever it is recorded.
#[test]
fn a_renewal_costs_the_price_of_its_day() {
    let mut world = World::of(subscription(Some(euro(1_00))));
    let plan = Plan::DEFAULT;
    world.offers[0].rates = vec![
        rate(plan, 0, Some(365), 12_00),
        rate(plan, 365, Some(730), 24_00),
        rate(plan, 730, None, 36_00),
    ];
    world.catch_up(day(1_000));
    let prices: Vec<i64> = world.ledger.iter().map(|line| line.price.minor).collect();
    assert_eq!(prices[..11], [12_00; 11]);
    assert_eq!(prices[11..23], [24_00; 12]);
    assert_eq!(prices[23..], [36_00; 9]);
    assert_eq!(world.base().price, Some(euro(3_00)));
}

/// A simple list has no days of its own: what it said on the day of a renewal is kept, and counts.
#[test]
fn a_renewal_from_a_simple_list_costs_the_price_of_its_day() {
    let mut world = World::of(subscription(Some(euro(1_00))));
    let earlier = |until, sold, price| Earlier {
        until: day(until),
        sold,
        price: Some(euro(price)),
    };
    world.offers[0].product.price = Some(euro(3_00));
    world.offers[0].earlier = vec![earlier(200, true, 1_00), earlier(500, true, 2_00)];
    world.catch_up(day(800));
    let prices: Vec<i64> = world.ledger.iter().map(|line| line.price.minor).collect();
    assert_eq!(prices[..11], [12_00; 11]);
    assert_eq!(prices[11..23], [24_00; 12]);
    assert_eq!(prices[23..], [36_00; 3]);

    // Taken from the list after that day, it has renewed all the same; before, it has not.
    for (until, status) in [(366, Status::Active), (365, Status::Expired)] {
        let mut world = World::of(subscription(Some(euro(1_00))));
        world.offers[0].product.sold = false;
        world.offers[0].earlier = vec![earlier(until, true, 1_00)];
        world.catch_up(day(366));
        assert_eq!(world.base().state.status(), status, "{until}");
    }
}

/// What is renewed ahead costs the price of the day on which that was agreed, and renews even if it would not.
#[test]
fn renewing_ahead_keeps_the_price() {
    let mut world = World::of(subscription(Some(euro(1_00))));
    let plan = Plan::DEFAULT;
    world.offers[0].rates = vec![
        rate(plan, 0, Some(300), 12_00),
        rate(plan, 300, None, 24_00),
    ];
    world.run(OFF, day(1));
    assert_eq!(world.refused(SCHEDULE, day(1)), "no_renewal");
    world.run(Command::RenewNow, day(2));
    assert_eq!(world.refused(Command::RenewNow, day(2)), "unchanged");
    world.catch_up(day(365));
    assert_eq!(
        (world.base().starts, world.base().term_price()),
        (day(365), Some(euro(12_00)))
    );
    assert_eq!(world.base().course.auto_renew, AutoRenew::Off);
    world.catch_up(day(730));
    assert_eq!(world.base().state.status(), Status::Expired);
}

#[test]
fn what_was_scheduled_happens_and_names_who_did_it() {
    let mut world = World::of(subscription(None));
    let month = Plan {
        term: Term::Month,
        billing: Billing::Monthly,
    };
    let command = Command::Schedule {
        quantity: Some(10),
        upgrade: None,
        plan: Some(month),
    };
    world.run(command, day(300));
    let events = world.catch_up(day(366));
    let Some((
        _,
        Event::Renewed {
            change,
            ends,
            scheduled_by,
            at,
            ..
        },
    )) = events.last()
    else {
        panic!("{events:?}")
    };
    assert_eq!(
        (change.quantity.get(), change.plan, *at),
        (10, month, day(365))
    );
    assert_eq!(
        (*ends, *scheduled_by),
        (day(365 + 31), Some(author(&provider())))
    );
    // The next one was scheduled by nobody.
    let events = world.catch_up(day(365 + 31));
    assert!(matches!(
        events[..],
        [(
            _,
            Event::Renewed {
                scheduled_by: None,
                ..
            }
        )]
    ));
}

/// A change that is not sold on the day is dropped; what is not sold at all expires.
#[test]
fn what_is_not_sold_any_more() {
    let mut world = World::of(subscription(Some(euro(1_00))));
    let year = Plan::DEFAULT;
    let month = Plan {
        term: Term::Month,
        billing: Billing::Monthly,
    };
    world.offers[0].rates = vec![
        rate(year, 0, Some(400), 12_00),
        rate(month, 0, Some(300), 1_20),
    ];
    let command = Command::Schedule {
        quantity: None,
        upgrade: None,
        plan: Some(month),
    };
    world.run(command, day(1));
    assert_eq!(world.refused(command, day(301)), "plan_not_sold");
    let events = world.catch_up(day(365));
    let Some((
        _,
        Event::Renewed {
            change,
            scheduled_by,
            dropped: Some(dropped),
            ..
        },
    )) = events.last()
    else {
        panic!("{events:?}")
    };
    assert_eq!((change.plan, *scheduled_by), (year, None));
    // Whoever scheduled it is named, to be told.
    let agent = actor(&world.provider, Role::AdminAgent);
    assert_eq!(
        (dropped.change.plan, dropped.author.user),
        (month, agent.user)
    );
    let events = world.catch_up(day(730));
    assert!(matches!(
        events.last(),
        Some((
            _,
            Event::Expired {
                why: Lapse::NotSold,
                dropped: None,
                ..
            }
        ))
    ));
    assert_eq!(world.refused(Command::BringBack, day(731)), "plan_not_sold");
}

/// Suspended, it is billed, loses what was scheduled, and expires at the end of its term.
#[test]
fn a_suspended_one_is_billed_and_expires() {
    let mut world = World::of(subscription(Some(euro(1_00))));
    world.offers[0].product.price = Some(euro(1_00));
    world.run(SCHEDULE, day(1));
    assert!(world.run(Command::Suspend, day(2)).is_empty());
    assert_eq!(world.base().course.pending, None);
    for command in [
        SCHEDULE,
        OFF,
        Command::RenewNow,
        Command::SetQuantity { to: 26 },
        Command::Suspend,
    ] {
        assert_eq!(world.refused(command, day(3)), "wrong_state");
    }
    let mut back = World::of(world.base().clone());
    back.run(Command::Reactivate, day(364));
    let events = world.catch_up(day(365));
    assert_eq!(world.ledger.len(), 11);
    assert!(matches!(
        events.last(),
        Some((
            _,
            Event::Expired {
                why: Lapse::Suspended,
                ..
            }
        ))
    ));
    back.catch_up(day(365));
    assert_eq!(back.base().state.status(), Status::Active);
}

/// Brought back for thirty days, it begins anew: on that day, with its own anchor; then it is deleted.
#[test]
fn an_expired_one_is_brought_back_for_thirty_days() {
    let mut world = World::of(subscription(Some(euro(1_00))));
    world.offers[0].product.price = Some(euro(2_00));
    world.run(OFF, day(1));
    world.catch_up(day(394));
    assert_eq!(world.refused(Command::BringBack, day(395)), "wrong_state");
    let lines = world.run(Command::BringBack, day(394));
    assert_eq!((lines[0].from, lines[0].price), (day(394), euro(24_00)));
    assert_eq!(
        (world.base().starts, world.base().anchor()),
        (day(394), day(394))
    );
    assert_eq!(world.base().course.auto_renew, AutoRenew::On);
    assert_eq!(world.refused(Command::BringBack, day(394)), "wrong_state");
    let mut gone = World::of(subscription(None));
    gone.run(OFF, day(1));
    let events = gone.catch_up(day(400));
    assert_eq!(events.last().map(|(_, event)| event.at()), Some(day(395)));
    assert_eq!(
        (gone.base().state.status(), gone.family.due()),
        (Status::Deleted, None)
    );
}

/// Reviews hold up what is more, and nothing else.
#[test]
fn a_customer_under_review_waits_for_more() {
    let mut world = World::of(subscription(None));
    world.under_review = true;
    world.offers[0].upgrades = vec![id(52)];
    world.offers.push(offer(52, "Business Premium"));
    let scheduled = |quantity| Command::Schedule {
        quantity: Some(quantity),
        upgrade: None,
        plan: None,
    };
    for command in [
        Command::SetQuantity { to: 26 },
        Command::Upgrade { to: id(52) },
        scheduled(26),
    ] {
        assert_eq!(world.refused(command, day(1)), "customer_under_review");
    }
    for command in [
        Command::SetQuantity { to: 24 },
        scheduled(24),
        Command::RenewNow,
        Command::Suspend,
        Command::Cancel,
    ] {
        assert!(world.try_at(command, day(1)).is_ok(), "{command:?}");
    }
    world.catch_up(day(365));
    assert_eq!(world.base().starts, day(365));
}

#[test]
fn quantities_stay_within_the_limits() {
    let mut world = World::of(subscription(None));
    world.offers[0] = Offer {
        product: tierline_core::catalog::Product {
            limits: tierline_core::catalog::Limits {
                minimum: 5,
                maximum: 100,
                per_customer: Some(120),
                one_per_customer: true,
            },
            ..world.offers[0].product.clone()
        },
        ..world.offers[0].clone()
    };
    for (to, code) in [
        (0, "quantity_outside"),
        (4, "quantity_outside"),
        (101, "quantity_outside"),
        (u32::MAX, "quantity_outside"),
        (25, "unchanged"),
    ] {
        assert_eq!(
            world.refused(Command::SetQuantity { to }, day(1)),
            code,
            "{to}"
        );
        if to != 25 {
            let command = Command::Schedule {
                quantity: Some(to),
                upgrade: None,
                plan: None,
            };
            assert_eq!(world.refused(command, day(1)), code, "{to}");
        }
    }
    // What it has itself is no second subscription; what it has elsewhere counts.
    world.held.licenses = 60;
    world.held.subscriptions = 1;
    assert!(
        world
            .try_at(Command::SetQuantity { to: 60 }, day(1))
            .is_ok()
    );
    assert_eq!(
        world.refused(Command::SetQuantity { to: 61 }, day(1)),
        "customer_maximum"
    );
}
