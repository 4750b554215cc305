//! The end of a term: what becomes of a subscription then, and the reminders before it.

use chrono::TimeDelta;
use tierline_core::{
    Timestamp,
    catalog::Kind,
    market::{Country, Currency},
    money::{Money, Quantity},
    subscription::{
        AutoRenew, Change, Course, Ending, Event, Family, KEPT, Outlook, Pending, Plan, Reminded,
        Reminder, State, Subscription, WINDOW,
    },
    term::{Billing, Term},
};

use crate::common::*;

fn ending(subscription: &Subscription) -> Option<(Timestamp, Outlook)> {
    let Ending { at, outlook } = subscription.ending(None)?;
    Some((at, outlook))
}

fn pending(subscription: &Subscription, quantity: u32, renewed: bool) -> Pending {
    Pending {
        change: Change {
            quantity: Quantity::new(quantity).unwrap(),
            ..subscription.as_is()
        },
        renewed,
        price: None,
        at: day(20),
        author: author(&provider()),
    }
}

/// What was said of a customer that has moved is what is charged, whether it was bought or renewed ahead before.
#[test]
fn a_renewal_is_in_the_currency_that_was_said_before() {
    let [germany, switzerland] = ["DE", "CH"].map(|code| code.parse::<Country>().unwrap());
    let price = Money::new(1_00, Currency::Eur);
    for (ahead, moved, said) in [
        (false, germany, None),
        (false, switzerland, Some(Currency::Chf)),
        (true, switzerland, None),
    ] {
        let mut it = subscription(Some(price));
        if ahead {
            it.course.pending = Some(Pending {
                price: it.term_price(),
                ..pending(&it, 25, true)
            });
        }
        assert_eq!(it.renews_in(moved), said);
        let mut sold = offer(50, "Business Basic");
        sold.product.price = moved.currency().map(|currency| Money::new(2_00, currency));
        let happened = Family::of(it).catch_up(&[sold], day(365));
        let [.., (_, Event::Renewed { price, .. })] = happened.as_slice() else {
            panic!("{happened:?}");
        };
        let charged = price.unwrap().currency;
        assert_eq!(charged, said.unwrap_or(Currency::Eur));
    }
}

#[test]
fn what_is_scheduled_changes_at_the_renewal_and_what_is_as_it_is_renews() {
    let mut it = subscription(None);
    assert_eq!(ending(&it), Some((day(365), Outlook::Renews)));
    it.course.pending = Some(pending(&it, 20, false));
    assert_eq!(ending(&it), Some((day(365), Outlook::Changes)));
    it.course.pending = Some(pending(&it, 25, false));
    assert_eq!(ending(&it), Some((day(365), Outlook::Renews)));
    it.course.auto_renew = AutoRenew::Off;
    assert_eq!(ending(&it), Some((day(365), Outlook::Ends)));
    // What was renewed ahead renews whatever was said before.
    it.course.pending = Some(pending(&it, 25, true));
    assert_eq!(ending(&it), Some((day(365), Outlook::Renews)));
    it.course.pending = Some(pending(&it, 20, true));
    assert_eq!(ending(&it), Some((day(365), Outlook::Changes)));
}

#[test]
fn states_say_what_comes() {
    let mut it = subscription(None);
    it.state = State::Suspended {
        at: day(5),
        by: id(7),
    };
    assert_eq!(ending(&it), Some((day(365), Outlook::Ends)));
    it.state = State::Expired { at: day(200) };
    assert_eq!(ending(&it), Some((day(200), Outlook::Expired)));
    it.state = State::Canceled {
        at: day(5),
        by: id(7),
    };
    assert_eq!(ending(&it), None);
    it.state = State::Deleted {
        at: day(200) + KEPT,
    };
    assert_eq!(ending(&it), None);
    // Software is kept.
    it.state = State::Active;
    it.course.kind = Kind::Software;
    assert_eq!(ending(&it), None);
}

#[test]
fn an_add_on_ends_with_its_base_if_that_comes_first() {
    let base = |auto_renew, ends| Subscription {
        ends,
        course: Course {
            auto_renew,
            ..Course::default()
        },
        ..subscription(None)
    };
    let add_on = Subscription {
        id: id(61),
        ends: day(400),
        course: Course {
            base: Some(id(60)),
            ..Course::default()
        },
        ..subscription(None)
    };
    for (base, expected) in [
        (base(AutoRenew::On, day(365)), (day(400), Outlook::Renews)),
        (base(AutoRenew::Off, day(365)), (day(365), Outlook::Ends)),
        (base(AutoRenew::Off, day(400)), (day(400), Outlook::Ends)),
        (base(AutoRenew::Off, day(401)), (day(400), Outlook::Renews)),
    ] {
        let ending = add_on.ending(Some(&base)).unwrap();
        assert_eq!((ending.at, ending.outlook), expected);
    }
    let mut gone = add_on;
    gone.state = State::Expired { at: day(300) };
    let ending = gone.ending(Some(&base(AutoRenew::Off, day(300))));
    assert_eq!(ending.unwrap().outlook, Outlook::Expired);
}

/// Looks at these moments and notes what was told, as the server does: the days before the end.
fn told(it: &Subscription, moments: impl IntoIterator<Item = Timestamp>) -> Vec<i32> {
    let (mut last, mut all) = (None, Vec::new());
    for now in moments {
        if let Some((reminder, _)) = it.reminding(None, last, now).due {
            all.push(reminder.days());
            last = Some(Reminded {
                starts: it.starts,
                last: reminder,
            });
        }
    }
    all
}

#[test]
fn however_often_one_looks_each_is_due_once() {
    let it = subscription(None);
    let hours = (0..24 * 400).map(|hour| day(0) + TimeDelta::hours(hour));
    assert_eq!(told(&it, hours), [30, 7, 1]);
    // After a long time without a look only the last one says anything.
    assert_eq!(told(&it, [day(300), day(359), day(360)]), [7]);
    assert_eq!(told(&it, [day(364), day(365)]), [1]);
    assert_eq!(told(&it, [day(365), day(500)]), [0; 0]);
}

#[test]
fn one_that_looks_only_when_told_to_misses_none() {
    let it = subscription(None);
    let (mut now, mut last, mut all) = (day(0), None, Vec::new());
    while let Some(next) = it.reminding(None, last, now).next {
        now = next;
        let (reminder, ending) = it.reminding(None, last, now).due.unwrap();
        assert_eq!(ending.at - now, TimeDelta::days(reminder.days().into()));
        all.push(reminder);
        last = Some(Reminded {
            starts: it.starts,
            last: reminder,
        });
    }
    assert_eq!(all, Reminder::ALL);
}

#[test]
fn the_next_term_has_its_own_and_its_first_days_have_none() {
    let mut it = subscription(None);
    let before = Reminded {
        starts: day(0) - TimeDelta::days(365),
        last: Reminder::Day,
    };
    let due = it.reminding(None, Some(before), day(340)).due;
    assert_eq!(due.map(|(reminder, _)| reminder), Some(Reminder::Month));
    it.plan = Plan {
        term: Term::Month,
        billing: Billing::Monthly,
    };
    it.ends = it.plan.term.end(it.starts);
    let days = (0..31).map(day);
    assert_eq!(told(&it, days), [7, 1]);
    let next = it.reminding(None, None, day(0)).next;
    assert!(next.is_some_and(|next| next >= day(0) + WINDOW));
}
