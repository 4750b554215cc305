//! What the life of a subscription writes: its events, its course, its ledger, and the offers that it goes by.

#![expect(
    clippy::mistyped_literal_suffixes,
    reason = "the last two digits are cents"
)]

use insta::assert_json_snapshot;
use tierline_core::{
    catalog::{Earlier, Kind, Offer, Rate},
    event,
    market::Currency,
    money::{Money, Quantity},
    subscription::{
        Associate, AutoRenew, Change, Charge, Command, Course, Dropped, Event, Increase, Lapse,
        Month, Pending, Plan, Preview, Reason, Shown, Subscription, Tenure, Terms, statement,
    },
};

use crate::{
    common::{self, *},
    every::{Sample, by_name, each, plain, written},
};

fn euro(minor: i64) -> Money {
    Money::new(minor, Currency::Eur)
}

fn change() -> Change {
    Change {
        sku: id(50),
        quantity: Quantity::new(20).unwrap(),
        plan: Plan::DEFAULT,
    }
}

/// One of each event.
pub(crate) fn events() -> Vec<Event> {
    use Event as E;
    let (at, ends, author) = (day(2), day(365), author(&provider()));
    let (from, to) = (Quantity::new(25).unwrap(), Quantity::new(30).unwrap());
    let price = Some(euro(67_20));
    let terms = Terms {
        kind: Kind::License,
        price,
        base: Some(id(61)),
    };
    let activated = |terms, basis| E::Activated {
        order: id(5000),
        customer: id(4),
        partner: id(1),
        partner_of_record: Some(id(2)),
        sku: id(5),
        quantity: from,
        price: Some(euro(5_60)),
        plan: Plan::DEFAULT,
        ends,
        terms,
        basis,
        at,
    };
    let change = change();
    let mut all = vec![
        activated(None, None),
        activated(Some(terms), None),
        E::Increased {
            from,
            to,
            at,
            author,
        },
        E::Decreased {
            from: to,
            to: from,
            at,
            author,
        },
        E::Upgraded {
            from: id(50),
            to: id(52),
            price,
            at,
            author,
        },
        E::Scheduled {
            change,
            ends,
            at,
            author,
        },
        E::Unscheduled { at, author },
        E::RenewedAhead {
            change,
            price,
            starts: ends,
            at,
            author,
        },
        E::AutoRenewSet {
            auto_renew: AutoRenew::Off,
            at,
            author,
        },
        E::Suspended {
            with_base: false,
            at,
            author,
        },
        E::Reactivated { at, author },
        E::Canceled { at, author },
        E::Billed {
            until: day(59),
            at: day(31),
        },
        E::Renewed {
            change,
            price,
            ends: day(730),
            scheduled_by: Some(author),
            dropped: None,
            waiting: None,
            at: ends,
        },
        E::Renewed {
            change,
            price,
            ends: day(730),
            scheduled_by: None,
            dropped: None,
            waiting: Some(Pending {
                change,
                renewed: false,
                price: None,
                at,
                author,
            }),
            at: ends,
        },
        E::BroughtBack {
            price: None,
            ends: day(735),
            at: day(370),
            author,
        },
        E::SupportDesignated {
            from: id(1),
            to: id(2),
            at,
            author,
        },
        E::SupportReturned {
            from: id(2),
            to: id(1),
            at,
        },
        E::PartnerOfRecordSet {
            from: None,
            to: Some(id(2)),
            at,
            author,
        },
        E::Deleted { at: day(395) },
    ];
    all.extend(LAPSES.map(|why| E::Expired {
        why,
        dropped: None,
        at: ends,
    }));
    let dropped = Some(Dropped { change, author });
    all.push(E::Renewed {
        change,
        price,
        ends: day(730),
        scheduled_by: None,
        dropped,
        waiting: None,
        at: ends,
    });
    all.push(E::Expired {
        why: Lapse::NotSold,
        dropped,
        at: ends,
    });
    all.push(activated(None, Some(author.basis)));
    all
}

const LAPSES: [Lapse; 4] = [
    Lapse::NotRenewed,
    Lapse::Suspended,
    Lapse::NotSold,
    Lapse::BaseEnded,
];

fn course() -> Course {
    Course {
        kind: Kind::License,
        price: Some(euro(67_20)),
        base: Some(id(61)),
        auto_renew: AutoRenew::Off,
        anchor: Some(day(3)),
        billed: Some(day(31)),
        increases: vec![Increase {
            added: 5,
            at: day(2),
        }],
        pending: Some(Pending {
            change: change(),
            renewed: true,
            price: Some(euro(60_00)),
            at: day(5),
            author: author(&provider()),
        }),
        with_base: true,
    }
}

fn charge() -> Charge {
    let period = Plan::DEFAULT.period(day(0), day(0), day(21));
    Charge {
        subscription: id(60),
        reason: Reason::Increase,
        sku: id(50),
        quantity: Quantity::new(10).unwrap(),
        price: euro(37_20),
        period,
        from: day(21),
        days: 10,
        amount: euro(10_00),
        at: day(21),
    }
}

fn commands() -> [Command; 11] {
    [
        Command::SetQuantity { to: 30 },
        Command::Upgrade { to: id(52) },
        Command::Schedule {
            quantity: Some(20),
            upgrade: Some(id(52)),
            plan: Some(Plan::DEFAULT),
        },
        Command::Schedule {
            quantity: None,
            upgrade: None,
            plan: None,
        },
        Command::Unschedule,
        Command::SetAutoRenew {
            auto_renew: AutoRenew::Off,
        },
        Command::RenewNow,
        Command::Suspend,
        Command::Reactivate,
        Command::Cancel,
        Command::BringBack,
    ]
}

pub(crate) fn samples() -> Vec<Sample> {
    let rate = Rate {
        plan: Plan::DEFAULT,
        from: 1,
        to: Some(300),
        starts: day(0),
        ends: None,
        partner: euro(55_64),
        retail: Some(euro(69_55)),
    };
    let earlier = Earlier {
        until: day(40),
        sold: true,
        price: Some(euro(5_00)),
    };
    let offer = Offer {
        earlier: vec![earlier],
        bases: vec![id(51)],
        upgrades: vec![id(52)],
        rates: vec![rate],
        ..common::offer(50, "Business Basic")
    };
    let after = Subscription {
        course: course(),
        ..subscription(Some(euro(5_60)))
    };
    let month = Month {
        year: 2026,
        month: 1,
    };
    let january = statement(&[charge()], month).unwrap();
    let preview = Preview {
        after,
        now: vec![charge()],
        later: Vec::new(),
    };
    let shown = Shown {
        version: 3,
        cost: preview.cost(),
    };
    vec![
        each(None, Kind::ALL),
        plain([rate]),
        plain([earlier]),
        plain([offer]),
        plain([charge().period]),
        plain([Course::default(), course()]),
        each(None, [AutoRenew::On, AutoRenew::Off]),
        plain(course().increases),
        plain([change()]),
        plain([course().pending.unwrap()]),
        plain([Dropped {
            change: change(),
            author: author(&provider()),
        }]),
        plain([author(&provider())]),
        plain([Terms {
            kind: Kind::License,
            price: None,
            base: None,
        }]),
        each(None, LAPSES),
        each(None, Reason::ALL),
        plain([charge()]),
        written(&[shown]),
        plain([preview]),
        plain([month]),
        plain(january.entries.clone()),
        plain(january.totals.clone()),
        plain([january]),
        written(&commands()),
        written(&[
            Associate::DesignateSupport { to: id(2) },
            Associate::SetPartnerOfRecord { to: Some(id(2)) },
            Associate::SetPartnerOfRecord { to: None },
        ]),
        plain([Tenure {
            reseller: Some(id(2)),
            from: day(0),
            until: Some(day(9)),
        }]),
    ]
}

#[test]
fn the_life_of_a_subscription() {
    assert_json_snapshot!(by_name(samples()));
}

#[test]
fn subscription_events() {
    let of = |event| event::Event::Subscription { id: id(60), event };
    assert_json_snapshot!(events().into_iter().map(of).collect::<Vec<_>>());
}

/// What was stored before there was a course is as if nothing had happened yet.
#[test]
fn subscriptions_without_a_course_are_read() {
    let fresh = subscription(None);
    let stored = serde_json::to_value(&fresh).unwrap();
    assert!(stored.get("course").is_none());
    assert_eq!(
        serde_json::from_value::<Subscription>(stored).unwrap(),
        fresh
    );
}
