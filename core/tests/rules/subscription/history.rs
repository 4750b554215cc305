//! Random histories of commands and of time that passes, compared with a model that counts every license by itself and
//! every hour.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, TimeDelta};
use proptest::prelude::*;
use tierline_core::{
    Evolve as _, Timestamp,
    market::Currency,
    money::{Money, Quantity},
    subscription::{
        AutoRenew, Billing, Charge, Command, Event, Plan, State, Subscription, Term, Window, settle,
    },
    term::days,
};

mod model;

use self::model::Model;
use super::World;
use crate::common::*;

const HOUR: TimeDelta = TimeDelta::hours(1);

#[derive(Clone, Copy, Debug)]
enum Try {
    Wait(i64),
    Job,
    Do(Command),
    /// The operator begins a review of the customer's account, or ends it.
    Review,
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let schedule = |count| Command::Schedule {
        quantity: Some(count),
        upgrade: None,
        plan: None,
    };
    let auto = |on: bool| Command::SetAutoRenew {
        auto_renew: if on { AutoRenew::On } else { AutoRenew::Off },
    };
    let command = prop_oneof![
        6 => (0..12u32).prop_map(|to| Command::SetQuantity { to }),
        1 => (299..302u32).prop_map(|to| Command::SetQuantity { to }),
        2 => (0..12u32).prop_map(schedule),
        1 => Just(Command::Unschedule),
        2 => any::<bool>().prop_map(auto),
        1 => Just(Command::RenewNow),
        1 => Just(Command::Suspend),
        2 => Just(Command::Reactivate),
        1 => Just(Command::Cancel),
        2 => Just(Command::BringBack),
    ];
    let one = prop_oneof![
        3 => (0..8i64 * 24).prop_map(Try::Wait),
        2 => (0..80i64 * 24).prop_map(Try::Wait),
        1 => Just(Try::Job),
        1 => Just(Try::Review),
        6 => command.prop_map(Try::Do),
    ];
    prop::collection::vec(one, 0..40)
}

#[derive(Clone, Debug)]
struct Case {
    start: Timestamp,
    count: u32,
    term: Term,
    price: Option<Money>,
    tries: Vec<Try>,
}

fn case() -> impl Strategy<Value = Case> {
    // Two years with a leap day, by the hour; the ends of months are as likely as other days together.
    let start = prop_oneof![
        0..2 * 365 * 24i64,
        prop::sample::select(vec![30i64, 31, 58, 59, 60, 88, 89, 424, 789])
            .prop_map(|day| day * 24 + 9),
    ];
    let price = prop::option::of((
        0..100_000i64,
        prop::sample::select(vec![Currency::Eur, Currency::Jpy]),
    ));
    (start, 1..10u32, any::<bool>(), price, tries()).prop_map(
        |(start, count, by_month, price, tries)| Case {
            start: "2027-01-01T00:00:00Z".parse::<Timestamp>().unwrap()
                + HOUR * i32::try_from(start).unwrap(),
            count,
            term: if by_month { Term::Month } else { Term::Year },
            price: price.map(|(minor, currency)| Money::new(minor, currency)),
            tries,
        },
    )
}

fn bought(case: &Case) -> Event {
    let plan = Plan {
        term: case.term,
        billing: Billing::Monthly,
    };
    Event::Activated {
        order: id(70),
        customer: id(4),
        partner: id(1),
        partner_of_record: None,
        sku: id(50),
        quantity: Quantity::new(case.count).unwrap(),
        price: case.price,
        plan,
        ends: plan.term.end(case.start),
        terms: None,
        basis: None,
        at: case.start,
    }
}

/// The licenses that the ledger charges for a day.
fn charged(ledger: &[Charge], day: NaiveDate) -> i64 {
    let covers =
        |line: &&Charge| line.from.date_naive() <= day && day < line.period.ends.date_naive();
    let count = |line: &Charge| i64::from(line.quantity.get()) * sign(line);
    ledger.iter().filter(covers).map(count).sum()
}

/// Whether a line is a charge or a credit, also of nothing: by its reason.
fn sign(line: &Charge) -> i64 {
    use tierline_core::subscription::Reason as R;
    match line.reason {
        R::Decrease | R::Cancellation | R::End => -1,
        _ => 1,
    }
}

fn explains(world: &World, model: &Model) {
    for (day, count) in &model.days {
        assert_eq!(
            charged(&world.ledger, *day),
            i64::try_from(*count).unwrap(),
            "{day}"
        );
    }
    let mut balances: BTreeMap<Timestamp, i64> = BTreeMap::new();
    for line in &world.ledger {
        assert_eq!(line.days, days(line.from, line.period.ends));
        assert!(line.from >= line.period.starts && line.from < line.period.ends);
        let exact = Charge::of_days(line.price, line.quantity, line.period, line.days).unwrap();
        let balance = balances.entry(line.period.starts).or_default();
        if sign(line) > 0 {
            assert_eq!(line.amount, exact);
        } else {
            // No more than what is left, and short of the rule by what rounding can do to so many lines.
            assert_eq!(-line.amount.minor, exact.minor.min(*balance));
            let lines = i64::try_from(world.ledger.len()).unwrap();
            assert!(exact.minor + line.amount.minor <= 2 * (lines + 1));
        }
        *balance += line.amount.minor;
        assert!(*balance >= 0);
    }
}

fn compare(world: &World, model: &Model) {
    let base = world.base();
    assert_eq!(base.state.status(), model.status, "{base:?}");
    if base.is_running() {
        assert_eq!(base.ends, model.ends);
        assert_eq!(
            usize::try_from(base.quantity.get()).unwrap(),
            model.licenses.len()
        );
        let open = usize::try_from(base.returnable(model.now)).unwrap();
        assert_eq!(open, model.open());
        let windows = base.windows(model.now).into_iter();
        let windows: Vec<_> = windows.map(|it| (it.count, it.until)).collect();
        assert_eq!(windows, model.windows());
        let pending = base.course.pending.as_ref();
        let pending = pending.map(|it| {
            (
                usize::try_from(it.change.quantity.get()).unwrap(),
                it.renewed,
            )
        });
        assert_eq!(pending, model.pending);
        assert_eq!(base.course.auto_renew == AutoRenew::On, model.auto_renew);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_history_is_the_models(case in case()) {
        let event = bought(&case);
        let subscription = Subscription::evolve(id(60), None, &event).unwrap();
        let mut world = World::of(subscription);
        world.offers[0].product.price = case.price;
        world.ledger = settle(&[], &[(id(60), event.clone())], &[]);
        let mut model = Model::new(case.start, usize::try_from(case.count).unwrap(), case.term.months());
        let mut log = vec![event];
        let mut lazy = world.family.clone();
        for attempt in &case.tries {
            let now = model.now;
            match *attempt {
                Try::Wait(hours) => model.wait(now + HOUR * i32::try_from(hours).unwrap()),
                Try::Job => log.extend(world.catch_up(now).into_iter().map(|(_, event)| event)),
                Try::Review => {
                    model.under_review = !model.under_review;
                    world.reviewed(model.under_review, now);
                }
                Try::Do(command) => {
                    let count = world.base().quantity.get();
                    // The time until a command is the job's affair, however late.
                    let decided = world.try_at(command, now);
                    let caught_up = world.family.catch_up(&world.offers, now);
                    let last = caught_up.iter().rev().find_map(|(_, it)| match it {
                        Event::Renewed { change, .. } => Some(change.quantity.get()),
                        _ => None,
                    });
                    prop_assert_eq!(decided.is_ok(), model.attempt(command, last.unwrap_or(count)), "{:?} {:?}", command, decided);
                    if let Ok(events) = decided {
                        world.record(&events);
                        log.extend(events.into_iter().map(|(_, event)| event));
                    }
                }
            }
        }
        model.wait(model.now + TimeDelta::days(3));
        log.extend(world.catch_up(model.now).into_iter().map(|(_, event)| event));
        compare(&world, &model);
        if case.price.is_some() {
            explains(&world, &model);
        }

        // Nothing is earlier than what happened before it, or later than now; renewals are neither lost nor doubled.
        prop_assert!(log.windows(2).all(|two| two[0].at() <= two[1].at()));
        prop_assert!(log.iter().all(|event| event.at() <= model.now));
        let renewals = log.iter().filter(|it| matches!(it, Event::Renewed { .. })).count();
        prop_assert_eq!(renewals, model.renewals);
        let replayed = Subscription::replay(id(60), &log);
        prop_assert_eq!(replayed.as_ref(), Some(world.base()));
        prop_assert!(world.family.due().is_none_or(|due| due > model.now));

        // A server that was down all the time writes the same when it is back, of what nobody changed.
        for event in log.iter().filter(|event| event.author().is_some()).take(1) {
            lazy.apply(&(id(60), event.clone()));
        }
        lazy.reviews.clone_from(&world.family.reviews);
        let at_once = lazy.catch_up(&world.offers, model.now);
        let mut in_steps = Vec::new();
        let mut at = case.start;
        while at <= model.now {
            for event in lazy.catch_up(&world.offers, at) {
                lazy.apply(&event);
                in_steps.push(event);
            }
            at += TimeDelta::days(13);
        }
        in_steps.extend(lazy.catch_up(&world.offers, model.now));
        prop_assert_eq!(at_once, in_steps);
    }
}

/// The window is open to the minute.
#[test]
fn the_window_is_exact() {
    let mut world = World::of(subscription(None));
    let second = TimeDelta::seconds(1);
    let until = day(7);
    let all = Window { count: 25, until };
    assert_eq!(world.base().windows(day(0)), [all]);
    assert!(world.try_at(Command::Cancel, until - second).is_ok());
    assert_eq!(world.refused(Command::Cancel, until), "window_closed");

    // What an increase adds has a window of its own, and what was there before has not.
    let at = day(20) + second;
    world.run(Command::SetQuantity { to: 30 }, at);
    let until = at + TimeDelta::days(7);
    let added = Window { count: 5, until };
    assert_eq!(world.base().windows(day(21)), [added]);
    assert_eq!(world.refused(Command::Cancel, day(21)), "window_closed");
    assert_eq!(
        world.refused(Command::SetQuantity { to: 24 }, day(21)),
        "window_closed"
    );
    assert!(
        world
            .try_at(Command::SetQuantity { to: 25 }, until - second)
            .is_ok()
    );
    assert_eq!(
        world.refused(Command::SetQuantity { to: 29 }, until),
        "window_closed"
    );

    // A renewal opens it for all of them.
    world.catch_up(day(365));
    assert_eq!(world.base().returnable(day(366)), 30);
    let events = world.try_at(Command::Cancel, day(372) - second).unwrap();
    world.record(&events);
    assert_eq!(
        world.base().state,
        State::Canceled {
            at: day(372) - second,
            by: author(&provider()).user
        }
    );
    assert!(world.base().windows(day(372)).is_empty());
}

/// An increase soon after the purchase makes the time for canceling no longer.
#[test]
fn each_window_has_its_own_end() {
    let mut world = World::of(subscription(None));
    world.run(Command::SetQuantity { to: 30 }, day(3));
    let all = Window {
        count: 30,
        until: day(7),
    };
    let added = Window {
        count: 5,
        until: day(10),
    };
    assert_eq!(world.base().windows(day(4)), [all, added]);
    let second = TimeDelta::seconds(1);
    assert!(world.try_at(Command::Cancel, all.until - second).is_ok());
    assert_eq!(world.refused(Command::Cancel, all.until), "window_closed");
    assert_eq!(world.base().windows(all.until), [added]);
    let fewer = Command::SetQuantity { to: 25 };
    assert!(world.try_at(fewer, added.until - second).is_ok());
    assert_eq!(world.refused(fewer, added.until), "window_closed");
    assert!(world.base().windows(added.until).is_empty());

    // Out of use its number stays: it can only be canceled.
    world.run(Command::Suspend, day(4));
    assert_eq!(world.base().windows(day(4)), [all]);
    assert!(world.base().windows(all.until).is_empty());
}

#[test]
fn terms_begin_on_the_day_of_the_first_one() {
    let starts = |start: &str, term: Term, count: usize| -> Vec<String> {
        let start: Timestamp = start.parse().unwrap();
        let case = Case {
            start,
            count: 1,
            term,
            price: None,
            tries: Vec::new(),
        };
        let world = World::of(Subscription::evolve(id(60), None, &bought(&case)).unwrap());
        let last = start + TimeDelta::days(2_000);
        let events = world.family.catch_up(&world.offers, last).into_iter();
        let renewed = events.filter(|(_, event)| matches!(event, Event::Renewed { .. }));
        renewed
            .map(|(_, event)| event.at())
            .map(|at: DateTime<_>| at.format("%Y-%m-%d %H:%M").to_string())
            .take(count)
            .collect()
    };
    assert_eq!(
        starts("2027-10-31T23:30:00Z", Term::Month, 5),
        [
            "2027-11-30 23:30",
            "2027-12-31 23:30",
            "2028-01-31 23:30",
            "2028-02-29 23:30",
            "2028-03-31 23:30"
        ]
    );
    assert_eq!(
        starts("2024-02-29T09:00:00Z", Term::Year, 4),
        [
            "2025-02-28 09:00",
            "2026-02-28 09:00",
            "2027-02-28 09:00",
            "2028-02-29 09:00"
        ]
    );
}
