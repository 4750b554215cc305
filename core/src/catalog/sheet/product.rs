//! The products of a price sheet, and their prices for a month.

use std::collections::{BTreeMap, BTreeSet};

use super::{Amount, BillingPlan, OfferId, Price, Segment, Tier};
use crate::{Timestamp, catalog::Limits, market::Currency, money::Money, term::Term};

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
            limits: limits(price.tier),
        }
    }

    pub(super) fn widen(&mut self, tier: Tier) {
        self.limits = widened(self.limits, tier);
    }
}

fn limits(tier: Tier) -> Limits {
    Limits {
        minimum: tier.from,
        maximum: tier.to.unwrap_or(Limits::NO_MAXIMUM),
        per_customer: None,
        one_per_customer: false,
    }
}

fn widened(before: Limits, tier: Tier) -> Limits {
    let more = limits(tier);
    Limits {
        minimum: before.minimum.min(more.minimum),
        maximum: before.maximum.max(more.maximum),
        ..before
    }
}

/// The products that are sold: those with a price at this moment, in any market and segment, with the numbers of
/// licenses that these prices are for. Where the segment that is shown has such a price, the other segments' numbers do
/// not count.
#[must_use]
pub fn offered(prices: &[Price], now: Timestamp) -> BTreeMap<OfferId, Limits> {
    let mut offered = BTreeMap::new();
    for shown in [true, false] {
        let mut of_these: BTreeMap<&OfferId, Limits> = BTreeMap::new();
        let current = prices.iter().filter(|price| price.is_valid(now));
        for price in current.filter(|price| price.segment.is_shown() == shown) {
            of_these
                .entry(&price.offer)
                .and_modify(|before| *before = widened(*before, price.tier))
                .or_insert_with(|| limits(price.tier));
        }
        for (offer, limits) in of_these {
            offered.entry(offer.clone()).or_insert(limits);
        }
    }
    offered
}

/// The products that keep their names when a sheet is imported for this segment: another segment's names do not replace
/// those of the one that is shown.
#[must_use]
pub fn keep_names(stored: &[Price], segment: &Segment) -> BTreeSet<OfferId> {
    let shown = stored.iter().filter(|price| price.segment.is_shown());
    shown
        .filter(|_| !segment.is_shown())
        .map(|price| price.offer.clone())
        .collect()
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
/// now, of one segment. To be told of all stored prices of a product: those of one market alone would hide that another
/// market of the same currency has a different one. A product that is not sold by the month has none, for a year's
/// price is no multiple of a month's.
#[must_use]
pub fn monthly(prices: &[Price], now: Timestamp) -> Monthly {
    let mut found: BTreeMap<(&OfferId, &'static str), Option<Amount>> = BTreeMap::new();
    let by_month = prices.iter().filter(|price| {
        (price.term, price.plan, price.tier.from) == (Term::Month, BillingPlan::Monthly, 1)
            && price.segment.is_shown()
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
