//! Events of orders, and the first ones of what they create.

use tierline_core::{
    access::Basis,
    event::Event,
    market::Currency,
    money::{Money, Quantity},
    order::{self, Line},
    subscription::{self, Plan},
};

use super::check;
use crate::common::*;

/// The one event of an order. Earlier ones do not say what it rested on.
pub(crate) fn order(basis: Option<Basis>) -> order::Event {
    order::Event::Placed {
        customer: id(4),
        partner: id(1),
        partner_of_record: Some(id(2)),
        lines: vec![Line::of(id(5), 25, id(6000))],
        at: day(1),
        by: id(7),
        basis,
    }
}

/// One without and one with that.
pub(crate) fn orders() -> [order::Event; 2] {
    [None, Some(author(&provider()).basis)].map(order)
}

/// The first event of a subscription, of a product of a simple list.
pub(crate) fn subscription() -> subscription::Event {
    subscription::Event::Activated {
        order: id(5000),
        customer: id(4),
        partner: id(1),
        partner_of_record: None,
        sku: id(5),
        quantity: Quantity::new(25).unwrap(),
        price: Some(Money::new(5_60, Currency::Eur)),
        plan: Plan::DEFAULT,
        ends: day(366),
        terms: None,
        basis: None,
        at: day(1),
    }
}

#[test]
fn order_events() {
    let events = [
        Event::Order {
            id: id(5000),
            event: order(None),
        },
        Event::Subscription {
            id: id(6000),
            event: subscription(),
        },
        Event::Order {
            id: id(5001),
            event: order(Some(author(&provider()).basis)),
        },
    ];
    check("order_events", events);
}
