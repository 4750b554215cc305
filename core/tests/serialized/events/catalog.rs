//! Events of price lists, and of the sale of products.

use tierline_core::{
    catalog::{Effect, Limits, PriceListEvent, SaleEvent},
    event::Event,
};

use super::check;
use crate::common::*;

/// One of each event of a price list.
pub(crate) fn price_list() -> Vec<PriceListEvent> {
    let effect = Effect {
        added: 2,
        changed: 1,
        unchanged: 3,
        prices: 12,
    };
    let (operator, at, by) = (id(9), day(1), id(7));
    vec![
        PriceListEvent::Imported {
            operator,
            effect,
            at,
            by,
        },
        PriceListEvent::DetailsImported {
            operator,
            effect: Effect {
                added: 0,
                prices: 0,
                ..effect
            },
            at,
            by,
        },
    ]
}

/// One of each event of the sale of a product.
pub(crate) fn sale() -> Vec<SaleEvent> {
    let (operator, at, by) = (id(9), day(1), id(7));
    let product = || "Business Basic".to_owned();
    let reason = || "it is retired".parse().unwrap();
    let listed = Limits {
        minimum: 1,
        maximum: 300,
        per_customer: None,
        one_per_customer: false,
    };
    let own = Limits {
        minimum: 5,
        per_customer: Some(300),
        ..listed
    };
    vec![
        SaleEvent::Withdrawn {
            operator,
            product: product(),
            reason: reason(),
            at,
            by,
        },
        SaleEvent::SoldAgain {
            operator,
            product: product(),
            reason: reason(),
            at,
            by,
        },
        SaleEvent::LimitsSet {
            operator,
            product: product(),
            from: listed,
            to: own,
            reason: reason(),
            at,
            by,
        },
        SaleEvent::LimitsTakenBack {
            operator,
            product: product(),
            from: own,
            to: listed,
            reason: reason(),
            at,
            by,
        },
    ]
}

#[test]
fn sale_events() {
    let wrap = |event| Event::Sale { id: id(50), event };
    check("sale_events", sale().into_iter().map(wrap));
}

#[test]
fn price_list_events() {
    let wrap = |event| Event::PriceList {
        id: id(8000),
        event,
    };
    check("price_list_events", price_list().into_iter().map(wrap));
}
