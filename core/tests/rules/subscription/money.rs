//! What is charged and credited.

#![expect(
    clippy::inconsistent_digit_grouping,
    reason = "the last two digits are cents"
)]

use proptest::prelude::*;
use tierline_core::{
    market::Currency,
    money::{Money, Quantity},
    role::Role,
    subscription::{
        Charge, Command, Event, Month, Plan, Reason, Subscription, Total, balance, monthly,
        preview, settle, statement,
    },
    term::{Billing, Term},
};

use super::World;
use crate::common::*;

fn world(price: Money) -> World {
    let mut world = World::of(subscription(Some(price)));
    world.offers[0].product.price = Some(price);
    world.offers[0].upgrades = vec![id(52)];
    world.offers.push(offer(52, "Business Premium"));
    world.offers[1].product.price = Some(Money::new(price.minor * 2, price.currency));
    world.ledger = bought(world.base());
    world
}

/// The lines of its purchase.
fn bought(of: &Subscription) -> Vec<Charge> {
    let activated = Event::Activated {
        order: of.order,
        customer: of.customer,
        partner: of.partner,
        partner_of_record: of.partner_of_record,
        sku: of.sku,
        quantity: of.quantity,
        price: of.price,
        plan: of.plan,
        ends: of.ends,
        terms: None,
        basis: None,
        at: of.since,
    };
    settle(&[], &[(of.id, activated)], &[])
}

/// Yen have no smaller unit.
#[test]
fn a_currency_without_minor_units() {
    let mut world = world(Money::new(1_001, Currency::Jpy));
    assert_eq!(
        world.ledger[0].amount,
        Money::new(25 * 1_001, Currency::Jpy)
    );
    // 5 × 1,001 × 11 ÷ 31 is 1,775.97.
    let lines = world.run(Command::SetQuantity { to: 30 }, day(20));
    assert_eq!((lines[0].days, lines[0].amount.minor), (11, 1_776));
    let lines = world.run(Command::SetQuantity { to: 25 }, day(20));
    assert_eq!(
        (lines[0].reason, lines[0].amount.minor),
        (Reason::Decrease, -1_776)
    );
}

/// What rounding gave to two charges is not given to their credit.
#[test]
fn a_credit_is_never_more_than_the_charges() {
    let mut world = world(Money::new(1, Currency::Eur));
    world.run(Command::SetQuantity { to: 26 }, day(5));
    world.run(Command::SetQuantity { to: 27 }, day(5));
    let lines = world.run(Command::Cancel, day(5));
    let period = lines[0].period;
    assert!(balance(&world.ledger, id(60), period) >= 0);
    let charged: i64 = world
        .ledger
        .iter()
        .map(|line| line.amount.minor.max(0))
        .sum();
    let credited: i64 = world
        .ledger
        .iter()
        .map(|line| line.amount.minor.min(0))
        .sum();
    assert!(charged + credited >= 0);
}

/// Whoever drops an agreed renewal or a scheduled decrease reads first what the renewal costs then.
#[test]
fn dropping_what_is_scheduled_shows_the_renewal() {
    let mut world = world(Money::new(10_00, Currency::Eur));
    let fewer = Command::Schedule {
        quantity: Some(20),
        upgrade: None,
        plan: None,
    };
    world.run(fewer, day(3));
    world.run(Command::RenewNow, day(3));
    world.offers[0].product.price = Some(Money::new(12_00, Currency::Eur));
    let orderer = world.orderer();
    let agent = actor(&world.provider, Role::AdminAgent);
    let shown = |command| {
        let facts = world.facts(&orderer);
        let shown = preview(facts, command, &world.ledger, &agent, day(4)).unwrap();
        let renewal = shown
            .later
            .into_iter()
            .find(|line| line.reason == Reason::Renewal);
        renewal.map(|line| (line.from, line.amount.minor))
    };
    let ends = world.base().ends;
    assert_eq!(shown(Command::Unschedule), Some((ends, 25 * 12_00)));
    // What keeps it shows what was agreed on.
    assert_eq!(
        shown(Command::SetQuantity { to: 24 }),
        Some((ends, 20 * 10_00))
    );
    world.run(Command::Unschedule, day(4));
    // Where nothing is scheduled, the next billing period is all that is shown.
    let facts = world.facts(&orderer);
    let more = Command::SetQuantity { to: 30 };
    let shown = preview(facts, more, &world.ledger, &agent, day(4)).unwrap();
    assert!(shown.later.iter().all(|line| line.reason == Reason::Period));
}

/// Canceled on the day of the purchase, it costs nothing; a day later, a day.
#[test]
fn days_are_counted_at_their_ends() {
    let mut same = world(Money::new(31_00, Currency::Eur));
    same.run(Command::Cancel, day(0));
    assert_eq!(
        same.ledger
            .iter()
            .map(|line| line.amount.minor)
            .sum::<i64>(),
        0
    );
    let mut next = world(Money::new(31_00, Currency::Eur));
    next.run(Command::Cancel, day(1));
    assert_eq!(
        next.ledger
            .iter()
            .map(|line| line.amount.minor)
            .sum::<i64>(),
        25_00
    );
}

/// An upgrade credits the rest of the old product, and charges the rest of the new one.
#[test]
fn an_upgrade_is_a_credit_and_a_charge() {
    let mut world = world(Money::new(31_00, Currency::Eur));
    let lines = world.run(Command::Upgrade { to: id(52) }, day(21));
    let told: Vec<_> = lines
        .iter()
        .map(|it| (it.sku, it.days, it.amount.minor))
        .collect();
    assert_eq!(told, [(id(50), 10, -250_00), (id(52), 10, 500_00)]);
    assert_eq!(world.base().quantity.get(), 25);
    world.catch_up(day(31));
    assert_eq!(
        world.ledger.last().map(|line| line.amount.minor),
        Some(1_550_00)
    );
    assert_eq!(
        world.refused(Command::Upgrade { to: id(50) }, day(40)),
        "no_upgrade"
    );
    assert_eq!(
        world.refused(Command::Upgrade { to: id(99) }, day(40)),
        "product_not_sold"
    );
}

/// The parts of a term add up to its price.
#[test]
fn a_year_costs_what_it_costs() {
    let mut world = world(Money::new(1_00, Currency::Eur));
    let price = Some(Money::new(100_00, Currency::Eur));
    world.family.base.course.price = price;
    world.ledger.clear();
    world.catch_up(day(364));
    assert_eq!(world.ledger.len(), 11);
    let first = Money::new(2_500_00, Currency::Eur).part(1, 12);
    let sum: i64 = world.ledger.iter().map(|line| line.amount.minor).sum();
    assert_eq!(sum + first.minor, 2_500_00);
}

#[test]
fn the_statement_of_a_month() {
    let mut world = world(Money::new(31_00, Currency::Eur));
    world.run(Command::SetQuantity { to: 35 }, day(21));
    world.run(Command::SetQuantity { to: 30 }, day(22));
    world.catch_up(day(40));
    let mut lines = world.ledger.clone();
    let mut other = lines[0];
    other.subscription = id(61);
    other.amount = Money::new(5, Currency::Jpy);
    lines.push(other);
    let january = statement(&lines, Month::parse("2026-01").unwrap()).unwrap();
    let euro = |minor| Money::new(minor, Currency::Eur);
    assert_eq!(january.entries.len(), 2);
    let total = january.entries[0].total;
    assert_eq!(
        (total.charged, total.credited, total.due),
        (euro(875_00), euro(-45_00), euro(830_00))
    );
    // Nothing is added across currencies.
    assert_eq!(january.totals.len(), 2);
    assert_eq!(january.totals[1].due, Money::new(5, Currency::Jpy));
    let february = statement(
        &lines,
        Month {
            year: 2026,
            month: 2,
        },
    )
    .unwrap();
    assert_eq!(february.totals[0].due, euro(930_00));
    assert!(
        statement(
            &lines,
            Month {
                year: 2025,
                month: 12
            }
        )
        .unwrap()
        .entries
        .is_empty()
    );
    let all = monthly([world.base()]).unwrap();
    assert_eq!(all[&Currency::Eur], euro(930_00));
}

/// Every twelve months, and once for three years.
#[test]
fn other_billing_plans_are_billed_in_advance() {
    for (billing, amounts) in [
        (Billing::Annual, vec![12_00; 3]),
        (Billing::Once, vec![36_00]),
    ] {
        let plan = Plan {
            term: Term::ThreeYears,
            billing,
        };
        let mut world = World::of(Subscription {
            plan,
            quantity: Quantity::new(1).unwrap(),
            ends: plan.term.end(day(0)),
            ..subscription(Some(Money::new(1_00, Currency::Eur)))
        });
        world.ledger = bought(world.base());
        world.catch_up(day(1_000));
        let billed: Vec<i64> = world.ledger.iter().map(|line| line.amount.minor).collect();
        assert_eq!(billed, amounts);
    }
}

proptest! {
    /// A statement explains every cent of the ledger: each line is in the statement of one month, the sums of the
    /// subscriptions are those of the currencies, and both together are the ledger.
    #[test]
    fn statements_explain_every_cent(
        drawn in proptest::collection::vec((0_i64..400, -50_000_i64..100_000, 0_u128..4, 0_usize..3), 0..40)
    ) {
        let currencies = [Currency::Eur, Currency::Jpy, Currency::Twd];
        let pattern = bought(world(Money::new(31_00, Currency::Eur)).base())[0];
        let lines: Vec<Charge> = drawn
            .into_iter()
            .map(|(at, minor, of, currency)| Charge {
                subscription: id(60 + of),
                amount: Money::new(minor, currencies[currency]),
                at: day(at),
                ..pattern
            })
            .collect();
        let mut month = Month::of(day(0));
        let mut explained = [0_i64; 3];
        for _ in 0..15 {
            let it = statement(&lines, month).unwrap();
            for (place, currency) in currencies.into_iter().enumerate() {
                let of_it = |total: &Total| total.due.currency == currency;
                let of_entries: i64 = it
                    .entries
                    .iter()
                    .map(|entry| entry.total)
                    .filter(of_it)
                    .map(|total| total.due.minor)
                    .sum();
                let totals: Vec<_> = it.totals.iter().copied().filter(of_it).collect();
                prop_assert!(totals.len() <= 1);
                let of_month: i64 = totals.iter().map(|total| total.due.minor).sum();
                prop_assert_eq!(of_entries, of_month);
                for total in totals {
                    prop_assert!(total.charged.minor >= 0 && total.credited.minor <= 0);
                    prop_assert_eq!(Total::of(total.charged, total.credited).unwrap(), total);
                }
                explained[place] += of_month;
            }
            month = month.next().unwrap();
        }
        for (place, currency) in currencies.into_iter().enumerate() {
            let ledger: i64 = lines
                .iter()
                .filter(|line| line.amount.currency == currency)
                .map(|line| line.amount.minor)
                .sum();
            prop_assert_eq!(explained[place], ledger);
        }
    }
}
