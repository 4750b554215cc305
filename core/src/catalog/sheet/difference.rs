//! What an import would change.

use std::collections::HashMap;

use super::{Price, PriceKey};
use crate::Timestamp;

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
    /// The sheet does not have it any more: it ends now.
    Ended(Price),
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
/// not deleted, because subscriptions may have it: it ends now, unless it has ended already.
#[must_use]
pub fn difference(stored: Vec<Price>, listed: Vec<Price>, now: Timestamp) -> Difference {
    let mut before: HashMap<PriceKey, Price> = stored
        .into_iter()
        .map(|price| (price.key(), price))
        .collect();
    let mut difference = Difference::default();
    for after in listed {
        match before.remove(&after.key()) {
            None => difference.changes.push(Change::New(after)),
            Some(before) if before == after => difference.same += 1,
            Some(before) => difference.changes.push(Change::Replaced { before, after }),
        }
    }
    let mut gone: Vec<(PriceKey, Price)> = before
        .into_iter()
        .filter(|(_, price)| price.ends.is_none_or(|ends| now < ends))
        .collect();
    gone.sort_by(|(one, _), (other, _)| one.cmp(other));
    difference
        .changes
        .extend(gone.into_iter().map(|(_, price)| {
            Change::Ended(Price {
                ends: Some(now.max(price.starts)),
                ..price
            })
        }));
    difference
}
