//! The products of a price sheet, and their prices for a month.

use std::collections::{BTreeMap, BTreeSet};

use super::{Amount, BillingPlan, OfferId, Price, Tier};
use crate::{Timestamp, catalog::Limits, market::Currency, money::Money, subscription::Term};

/// A product of a price sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    /// Its id.
    pub offer: OfferId,
    /// Its name.
    pub name: String,
    /// The numbers of licenses that it has prices for.
    pub limits: Limits,
}

impl Product {
    pub(super) fn new(price: &Price, name: &str) -> Product {
        Product {
            offer: price.offer.clone(),
            name: name.to_owned(),
            limits: Limits {
                minimum: price.tier.from,
                maximum: price.tier.to.unwrap_or(Limits::NO_MAXIMUM),
                per_customer: None,
                one_per_customer: false,
            },
        }
    }

    pub(super) fn widen(&mut self, tier: Tier) {
        let limits = &mut self.limits;
        limits.minimum = limits.minimum.min(tier.from);
        limits.maximum = limits.maximum.max(tier.to.unwrap_or(Limits::NO_MAXIMUM));
    }
}

/// Prices of a license for a month, by product, and the products that have different ones in markets of one currency:
/// those have none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Monthly {
    /// The prices.
    pub prices: BTreeMap<OfferId, Vec<Money>>,
    /// The products without one price, with the currency.
    pub ambiguous: BTreeSet<(OfferId, &'static str)>,
}

/// What the catalog shows: the retail price of a single license for a term of a month that is billed monthly, valid
/// now. A product that is not sold by the month has none, for a year's price is no multiple of a month's.
#[must_use]
pub fn monthly(prices: &[Price], now: Timestamp) -> Monthly {
    let mut found: BTreeMap<(&OfferId, &'static str), Option<Amount>> = BTreeMap::new();
    let by_month = prices.iter().filter(|price| {
        (price.term, price.plan, price.tier.from) == (Term::Month, BillingPlan::Monthly, 1)
            && price.is_valid(now)
    });
    for price in by_month {
        let Some(retail) = price.retail else { continue };
        let key = (&price.offer, retail.currency.code());
        found
            .entry(key)
            .and_modify(|other| *other = other.filter(|other| *other == retail))
            .or_insert(Some(retail));
    }
    let mut monthly = Monthly::default();
    for ((offer, code), amount) in found {
        let Some(amount) = amount else {
            monthly.ambiguous.insert((offer.clone(), code));
            continue;
        };
        // Other currencies are kept with the sheet, and nothing is sold in them yet.
        if let Ok(currency) = Currency::parse(code) {
            monthly
                .prices
                .entry(offer.clone())
                .or_default()
                .push(Money::new(amount.minor, currency));
        }
    }
    monthly
}
