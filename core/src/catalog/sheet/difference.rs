//! What an import would change.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{OfferId, Price, PriceKey, Sheet};
use crate::{Timestamp, catalog::Effect};

/// The difference between the stored prices and a sheet's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// What changes, in the order of the sheet; what ends follows, in the order of its keys.
    pub changes: Vec<Change>,
    /// The number of prices that stay as they are.
    pub same: usize,
}

/// A price that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    New(Price),
    /// It replaces one with the same key.
    Replaced {
        /// The stored one.
        before: Price,
        /// The sheet's.
        after: Price,
    },
    /// The sheet does not have it any more: it ends.
    Ended(Price),
}

impl Difference {
    /// The prices that are stored afterwards, of those stored before.
    #[must_use]
    pub fn applied(&self, stored: Vec<Price>) -> Vec<Price> {
        let mut after: BTreeMap<PriceKey, Price> = stored
            .into_iter()
            .map(|price| (price.key(), price))
            .collect();
        for change in &self.changes {
            let price = change.stored();
            after.insert(price.key(), price.clone());
        }
        after.into_values().collect()
    }

    /// The effect on the products of the catalog, in numbers. A product that the sheet does not list, and of which
    /// prices end, has changed too. `stored` are the names of the products in the catalog, `kept` those that keep
    /// theirs.
    #[must_use]
    pub fn effect(
        &self,
        sheet: &Sheet,
        stored: &HashMap<OfferId, String>,
        kept: &BTreeSet<OfferId>,
    ) -> Effect {
        let mut touched: BTreeSet<&OfferId> =
            self.changes.iter().map(|it| &it.stored().offer).collect();
        let mut effect = Effect {
            prices: u32::try_from(sheet.prices.len()).unwrap_or(u32::MAX),
            ..Effect::default()
        };
        for product in &sheet.products {
            let has_changed = touched.remove(&product.offer);
            match stored.get(&product.offer) {
                None => effect.added += 1,
                Some(name) if name != &product.name && !kept.contains(&product.offer) => {
                    effect.changed += 1;
                }
                Some(_) if has_changed => effect.changed += 1,
                Some(_) => effect.unchanged += 1,
            }
        }
        let unlisted = u32::try_from(touched.len()).unwrap_or(u32::MAX);
        effect.changed = effect.changed.saturating_add(unlisted);
        effect
    }
}

impl Change {
    /// The price to be stored.
    #[must_use]
    pub fn stored(&self) -> &Price {
        match self {
            Change::New(price) | Change::Ended(price) => price,
            Change::Replaced { after, .. } => after,
        }
    }
}

/// Compares the stored prices of the sheet's markets and segment with the sheet. A stored price that the sheet lacks is
/// not deleted, because subscriptions may have it: it ends now, or when the price begins that follows it, for a sheet
/// may be imported before it is valid. A price that has not begun never will. An end is never put off.
#[must_use]
pub fn difference(stored: Vec<Price>, listed: Vec<Price>, now: Timestamp) -> Difference {
    let mut before: HashMap<PriceKey, Price> = stored
        .into_iter()
        .map(|price| (price.key(), price))
        .collect();
    let mut difference = Difference::default();
    let next = next(&listed, now);
    for after in listed {
        match before.remove(&after.key()) {
            None => difference.changes.push(Change::New(after)),
            Some(before) if before == after => difference.same += 1,
            Some(before) => difference.changes.push(Change::Replaced { before, after }),
        }
    }
    let mut gone: Vec<(PriceKey, Price)> = before
        .into_iter()
        .filter_map(|(key, price)| {
            let ends = if now < price.starts {
                price.starts
            } else {
                next.get(&series(&price)).map_or(now, |next| now.max(*next))
            };
            let is_sooner = price.ends.is_none_or(|before| ends < before);
            is_sooner.then_some((
                key,
                Price {
                    ends: Some(ends),
                    ..price
                },
            ))
        })
        .collect();
    gone.sort_by(|(one, _), (other, _)| one.cmp(other));
    let ended = gone.into_iter().map(|(_, price)| Change::Ended(price));
    difference.changes.extend(ended);
    difference
}

/// When the sheet's prices begin that are not over: for each series the first one.
fn next(listed: &[Price], now: Timestamp) -> HashMap<PriceKey, Timestamp> {
    let mut next = HashMap::new();
    for price in listed.iter().filter(|price| !price.is_over(now)) {
        next.entry(series(price))
            .and_modify(|starts: &mut Timestamp| *starts = price.starts.min(*starts))
            .or_insert(price.starts);
    }
    next
}

/// What prices have in common that follow one another. One may be in another currency than the one before.
fn series(price: &Price) -> PriceKey {
    PriceKey {
        currency: "",
        starts: Timestamp::MIN_UTC,
        ..price.key()
    }
}
