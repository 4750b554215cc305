//! Kinds of products.

use tierline_core::{
    catalog::{Kind, Offer, Rate},
    market::Currency,
    money::{Money, Quantity},
    subscription::{AutoRenew, Command, Course, Plan, Status, Subscription},
    term::{Billing, Term},
};

use super::World;
use crate::common::*;

fn world(kind: Kind, plan: Plan) -> World {
    let bought = subscription(Some(Money::new(1_00, Currency::Eur)));
    let mut world = World::of(Subscription {
        plan,
        ends: plan.term.end(bought.starts),
        course: Course {
            kind,
            price: Some(Money::new(36_00, Currency::Eur)),
            ..Course::default()
        },
        ..bought
    });
    world.offers[0].kind = kind;
    world
}

const ONCE: Plan = Plan {
    term: Term::ThreeYears,
    billing: Billing::Once,
};

/// Software is paid once and kept.
#[test]
fn software_is_kept() {
    let mut world = world(Kind::Software, ONCE);
    assert_eq!(world.family.due(), None);
    assert!(world.catch_up(day(4_000)).is_empty());
    let off = Command::SetAutoRenew {
        auto_renew: AutoRenew::Off,
    };
    for command in [
        off,
        Command::RenewNow,
        Command::Suspend,
        Command::SetQuantity { to: 30 },
    ] {
        assert_eq!(world.refused(command, day(1)), "not_for_kind");
    }
    world.run(Command::Cancel, day(1));
    assert_eq!(world.base().state.status(), Status::Canceled);
}

/// A reservation is for what was reserved, and can be given back within the window.
#[test]
fn a_reservation_is_for_its_term() {
    let mut world = world(Kind::Reservation, ONCE);
    for command in [
        Command::SetQuantity { to: 30 },
        Command::SetQuantity { to: 20 },
        Command::Suspend,
    ] {
        assert_eq!(world.refused(command, day(1)), "not_for_kind");
    }
    assert!(world.try_at(Command::Cancel, day(6)).is_ok());
    world.offers[0].rates = vec![Rate {
        plan: ONCE,
        from: 1,
        to: None,
        starts: day(0),
        ends: None,
        partner: Money::new(36_00, Currency::Eur),
        retail: None,
    }];
    world.catch_up(day(1_096));
    assert_eq!(world.base().starts, ONCE.term.end(day(0)));
}

#[test]
fn each_kind_has_its_plans() {
    let plans = |kind: Kind| {
        let all = Term::ALL
            .into_iter()
            .flat_map(|term| Billing::ALL.map(|billing| Plan { term, billing }));
        all.filter(|plan| kind.has(*plan)).count()
    };
    assert_eq!(Kind::ALL.map(plans), [8, 2, 6, 3]);
    let offer = Offer {
        kind: Kind::Reservation,
        ..offer(50, "Reserved VM")
    };
    let month = Plan {
        term: Term::Month,
        billing: Billing::Monthly,
    };
    let one = Quantity::new(1).unwrap();
    assert_eq!(
        offer.price(month, one, day(1)).unwrap_err().code(),
        "plan_not_sold"
    );
    assert_eq!(offer.price(Plan::DEFAULT, one, day(1)), Ok(None));
}
