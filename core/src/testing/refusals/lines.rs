//! Lines of orders: quantities, plans, prices and bases.

use crate::{Refusal, catalog, market::Currency, money::Money, order::Refusal as R, term::Plan};

pub(super) fn refusals() -> Vec<Refusal> {
    let product = || "Business Basic".to_owned();
    let euro = |minor| Money::new(minor, Currency::Eur);
    let mut all: Vec<Refusal> = vec![
        R::NoLines.into(),
        R::ProductTwice { product: product() }.into(),
        R::BaseMissing {
            product: "Audio Conferencing".to_owned(),
        }
        .into(),
        R::PriceChanged {
            product: product(),
            shown: Some(euro(6_720)),
            price: Some(euro(7_000)),
        }
        .into(),
    ];
    all.extend(limits().map(Refusal::from));
    all
}

fn limits() -> [catalog::Refusal; 7] {
    use catalog::Refusal as R;
    let product = || "Business Basic".to_owned();
    [
        R::ProductNotSold { product: product() },
        R::QuantityOutside {
            product: product(),
            asked: 301,
            minimum: 1,
            maximum: 300,
        },
        R::CustomerMaximum {
            product: product(),
            asked: 2,
            held: 299,
            maximum: 300,
        },
        R::LimitsImpossible { product: product() },
        R::LimitsUnpriced {
            product: product(),
            minimum: 1,
            maximum: 300,
        },
        R::PlanNotSold {
            product: product(),
            plan: Plan::DEFAULT,
        },
        R::OnePerCustomer { product: product() },
    ]
}
