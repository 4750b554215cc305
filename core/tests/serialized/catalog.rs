//! Products and price lists as they are stored.

use insta::assert_json_snapshot;
use tierline_core::catalog::{Effect, Held, Limits, PriceList, Product, Sale, Terms};

use crate::{
    common::*,
    every::{Sample, by_name, plain},
};

pub(crate) fn samples() -> Vec<Sample> {
    let limits = Limits {
        minimum: 1,
        maximum: 300,
        per_customer: Some(300),
        one_per_customer: false,
    };
    let product = Product {
        sku: id(50),
        name: "Business Basic".to_owned(),
        sold: true,
        limits,
        price: None,
    };
    let effect = Effect {
        added: 2,
        changed: 1,
        unchanged: 3,
        prices: 12,
    };
    let sale = Sale {
        sku: id(50),
        operator: id(9),
        withdrawn: true,
        limits: Some(limits),
    };
    let price_list = PriceList {
        id: id(80),
        operator: id(9),
        effect,
        at: day(1),
        by: id(7),
    };
    vec![
        plain([price_list]),
        plain([sale]),
        plain([Terms { sold: true, limits }]),
        plain([effect]),
        plain([product]),
        plain([limits]),
        plain([Held {
            licenses: 25,
            subscriptions: 1,
        }]),
    ]
}

#[test]
fn stored_products_and_price_lists() {
    assert_json_snapshot!(by_name(samples()));
}
