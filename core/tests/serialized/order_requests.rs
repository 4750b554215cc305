//! Requests for orders: events, states, what is asked for, and what it costs.

use std::collections::BTreeSet;

use insta::assert_json_snapshot;
use tierline_core::{
    event,
    license::Losing,
    market::Currency,
    money::Money,
    order_request::{
        Approval, Command, Estimate, Event, Lapse, Loses, NewLine, NewRequest, OrderRequest, Price,
        Side, State, Status, Wanted, What, When,
    },
    subscription::{Billing, Plan, Term},
    text::{MessageText, Reason},
};

use crate::{
    common::{self, *},
    events::check,
    every::{Sample, by_name, each, plain, written},
};

fn prices() -> Vec<Price> {
    let of = |sku, each| Price {
        sku: id(sku),
        quantity: 30,
        each,
    };
    vec![of(50, Some(Money::new(3720, Currency::Eur))), of(51, None)]
}

fn wanted() -> [Wanted; 7] {
    let subscription = id(60);
    let three_years = Plan {
        term: Term::ThreeYears,
        billing: Billing::Annual,
    };
    [
        Wanted::New {
            lines: vec![
                NewLine::of(id(50), 25),
                NewLine {
                    plan: three_years,
                    base: Some(id(60)),
                    ..NewLine::of(id(51), 5)
                },
            ],
        },
        Wanted::Quantity {
            subscription,
            from: 25,
            to: 30,
            when: When::Now,
        },
        Wanted::Quantity {
            subscription,
            from: 25,
            to: 20,
            when: When::AtRenewal,
        },
        Wanted::Upgrade {
            subscription,
            to: id(51),
            when: When::Now,
        },
        Wanted::Renew {
            subscription,
            plan: None,
        },
        Wanted::Renew {
            subscription,
            plan: Some(three_years),
        },
        Wanted::Cancel { subscription },
    ]
}

fn message() -> MessageText {
    "They open a second shop".parse().unwrap()
}

fn reason() -> Reason {
    "Not before the renewal".parse().unwrap()
}

/// One of each event, and of each reason.
pub(crate) fn events() -> Vec<Event> {
    let (at, by) = (day(2), id(7));
    let asked = |wanted, note, asks_customer| Event::Asked {
        reseller: id(2),
        provider: id(1),
        customer: id(4),
        wanted,
        prices: prices(),
        note,
        losing: BTreeSet::new(),
        asks_customer,
        lapses: day(32),
        at,
        by,
    };
    let [new, more, ..] = wanted();
    let mut all = vec![
        asked(new, None, false),
        asked(more.clone(), Some(message()), true),
        Event::CustomerAsked { at },
        Event::Agreed { at, by },
        Event::Changed {
            from: more,
            to: Wanted::Quantity {
                subscription: id(60),
                from: 25,
                to: 28,
                when: When::Now,
            },
            prices: prices(),
            reason: Some(reason()),
            asks_customer: true,
            at,
            by,
        },
        Event::Approved {
            order: Some(id(70)),
            prices: prices(),
            at,
            by,
        },
        Event::Approved {
            order: None,
            prices: Vec::new(),
            at,
            by,
        },
        Event::Withdrawn { at, by },
    ];
    all.extend(Side::ALL.map(|side| Event::Said {
        side,
        text: message(),
        at,
        by,
    }));
    let declining = [Side::Provider, Side::Customer];
    all.extend(declining.map(|side| Event::Declined {
        side,
        reason: reason(),
        at,
        by,
    }));
    all.extend(Lapse::ALL.map(|why| Event::Lapsed { why, at }));
    all
}

fn states() -> [State; 6] {
    let (at, by) = (day(3), id(7));
    [
        State::WaitingForCustomer,
        State::WaitingForProvider,
        State::Approved {
            order: Some(id(70)),
            prices: prices(),
            at,
            by,
        },
        State::Declined {
            side: Side::Customer,
            reason: reason(),
            at,
            by,
        },
        State::Withdrawn { at, by },
        State::Lapsed {
            why: Lapse::Time,
            at,
        },
    ]
}

pub(crate) fn samples() -> Vec<Sample> {
    let [_, _, fewer, ..] = wanted();
    let changed = OrderRequest {
        changed: Some(fewer.clone()),
        note: Some(message()),
        asks_customer: true,
        agreed: Some(day(2)),
        revision: 1,
        messages: 3,
        losing: BTreeSet::from([id(900)]),
        ..common::order_request()
    };
    let in_each_state = states().map(|state| OrderRequest {
        state,
        ..common::request_for_new()
    });
    let lines = match common::request_for_new().asked {
        Wanted::New { lines } => lines,
        _ => Vec::new(),
    };
    let estimate = Estimate {
        prices: prices(),
        now: Vec::new(),
        later: Vec::new(),
    };
    vec![
        plain([in_each_state.to_vec(), vec![changed]].concat()),
        each(Some("state"), states()),
        each(None, Status::ALL),
        each(Some("what"), wanted()),
        plain(lines),
        each(None, What::ALL),
        each(None, When::ALL),
        each(None, Side::ALL),
        each(None, Lapse::ALL),
        plain(prices()),
        plain([estimate]),
        written(&[
            NewRequest {
                note: Some(message()),
                ..NewRequest::of(common::order_request().asked)
            },
            NewRequest {
                losing: BTreeSet::from([id(900)]),
                ..NewRequest::of(fewer)
            },
        ]),
        written(&[
            Loses::Proposed,
            Loses::Said(Losing::Chosen([id(900)].into())),
        ]),
        written(&[Approval {
            revision: 1,
            cost: "50 30 3720 EUR".to_owned(),
            confirmed: true,
        }]),
        written(&[
            Command::Agree { revision: 1 },
            Command::Disagree { reason: reason() },
            Command::Decline { reason: reason() },
            Command::Withdraw,
            Command::Say { text: message() },
        ]),
    ]
}

#[test]
fn order_request_events() {
    let wrap = |event| event::Event::OrderRequest { id: id(950), event };
    check("order_request_events", events().into_iter().map(wrap));
}

#[test]
fn stored_order_requests() {
    assert_json_snapshot!(by_name(samples()));
}
