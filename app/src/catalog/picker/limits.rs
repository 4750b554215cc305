//! The limits of a product in words, where they are unusual.

use tierline_core::catalog::Limits;

use crate::{
    catalog::{model::ProductRow, words},
    i18n::{Lang, number},
};

/// Larger than nearly every order: a maximum from here on is not worth a line.
const FAR: u32 = 10_000;

/// The limits that an order may well meet; empty for a product that can be bought one by one, and in any number.
pub(super) fn limits(lang: Lang, row: &ProductRow) -> String {
    let Limits {
        minimum,
        maximum,
        per_customer,
        one_per_customer,
    } = row.product.limits;
    let count = |count: u32| number(i64::from(count));
    let mut parts = Vec::new();
    if maximum < FAR {
        parts.push(words::from_to(lang, count(minimum), count(maximum)));
    } else if minimum > 1 {
        parts.push(words::from(lang, count(minimum)));
    }
    if let Some(maximum) = per_customer {
        parts.push(words::per_customer(lang, count(maximum)));
    }
    if one_per_customer {
        parts.push(words::one_only(lang).to_owned());
    }
    if row.held.licenses > 0 {
        parts.push(words::held(lang, count(row.held.licenses)));
    }
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use tierline_core::{
        catalog::{Held, Kind, Product},
        ids::SkuId,
    };
    use uuid::Uuid;

    use super::*;

    fn row(limits: Limits, held: u32) -> ProductRow {
        ProductRow {
            product: Product {
                sku: SkuId::from_uuid(Uuid::from_u128(1)),
                name: "Business Basic".into(),
                sold: true,
                limits,
                price: None,
            },
            part_number: "BASIC".into(),
            demo_figures: false,
            held: Held {
                licenses: held,
                subscriptions: u32::from(held > 0),
            },
            kind: Kind::License,
            plans: Vec::new(),
            goes_with: Vec::new(),
        }
    }

    #[test]
    fn only_unusual_limits_are_told() {
        let usual = Limits {
            minimum: 1,
            maximum: FAR,
            per_customer: None,
            one_per_customer: false,
        };
        let told = |limits, held| super::limits(Lang::En, &row(limits, held));
        assert_eq!(told(usual, 0), "");
        let none = Limits {
            maximum: Limits::NO_MAXIMUM,
            ..usual
        };
        assert_eq!(told(none, 0), "");
        assert_eq!(told(Limits { minimum: 5, ..none }, 0), "5 or more");
        assert_eq!(
            told(
                Limits {
                    maximum: 5_000,
                    per_customer: Some(6_000),
                    one_per_customer: true,
                    ..usual
                },
                1_200
            ),
            "1 to 5,000 · up to 6,000 per customer · one subscription per customer · this customer has 1,200"
        );
    }
}
