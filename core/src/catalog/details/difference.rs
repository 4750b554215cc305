//! What an import would change.

use std::collections::BTreeMap;

use super::{Details, Known};
use crate::catalog::{Effect, sheet::OfferId};

/// The difference between the catalog and the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference<'a> {
    /// What changes, in the order of the file.
    pub changes: Vec<Change<'a>>,
    /// The number of products of which the file says what the catalog has.
    pub same: usize,
    /// The products of which more, or fewer, was sold than the limits of the file allow.
    pub below_sold: Vec<Change<'a>>,
    /// The products with limits for which there are not all prices.
    pub unpriced: Vec<Change<'a>>,
}

/// A product of the file, with what the catalog has of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change<'a> {
    /// What the catalog has.
    pub before: &'a Known,
    /// What the file says.
    pub after: &'a Details,
}

impl Difference<'_> {
    /// The effect on the products of the catalog, in numbers.
    #[must_use]
    pub fn effect(&self) -> Effect {
        let count = |things: usize| u32::try_from(things).unwrap_or(u32::MAX);
        Effect {
            changed: count(self.changes.len()),
            unchanged: count(self.same),
            ..Effect::default()
        }
    }
}

/// Compares a file that [`check`](super::check()) has found right with the catalog. Products that the file does not
/// have stay as they are.
///
/// ```
/// use std::collections::BTreeMap;
/// use tierline_core::catalog::{Limits, details::{Known, Sold, difference, read}};
/// let before = &read("ProductId,SkuId\nCFQ7TTC0LH18,0001\n")?[0];
/// let of_prices = Limits { minimum: 1, maximum: 300, per_customer: None, one_per_customer: false };
/// let sold = Sold { fewest: Some(1), most: 20, of_customer: 20, subscriptions: 1 };
/// let known = Known { name: "Basic".into(), of_prices, said: before.clone(), sold };
/// let known = BTreeMap::from([(before.offer.clone(), known)]);
/// let file = read("ProductId,SkuId,Maximum\nCFQ7TTC0LH18,0001,10\n")?;
/// let difference = difference(&file, &known);
/// assert_eq!((difference.changes.len(), difference.below_sold.len(), difference.unpriced.len()), (1, 1, 0));
/// # Ok::<(), Vec<(u64, tierline_core::import::Problem)>>(())
/// ```
#[must_use]
pub fn difference<'a>(all: &'a [Details], known: &'a BTreeMap<OfferId, Known>) -> Difference<'a> {
    let mut difference = Difference::default();
    for after in all {
        let Some(before) = known.get(&after.offer) else {
            continue;
        };
        let change = Change { before, after };
        let limits = after.limits(before.of_prices);
        if !before.sold.is_within(limits) {
            difference.below_sold.push(change);
        }
        if !limits.is_within(before.of_prices) {
            difference.unpriced.push(change);
        }
        if after.says(&before.said) {
            difference.same += 1;
        } else {
            difference.changes.push(change);
        }
    }
    difference
}
