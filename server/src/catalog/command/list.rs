//! What a price list of the operator's own changes, line by line.

use tierline_core::{catalog::Limits, import::Effect};

use super::{kept::range, written};
use crate::{catalog::Listed, import::Line};

/// What becomes of a product; nothing for one that is so already. `before` is the product in the catalog, where it is
/// one of such a list.
pub(super) fn line(product: &Listed, before: Option<&Option<Listed>>) -> Option<Line> {
    let (effect, before) = match before {
        None => (Effect::Added, None),
        Some(Some(same)) if same.is_like(product) => return None,
        Some(before) => (Effect::Changed, before.as_ref().map(told)),
    };
    Some(Line {
        line: None,
        effect,
        subject: format!("{} ({})", product.name, product.part_number),
        detail: String::new(),
        before,
        after: Some(told(product)),
        problem: None,
    })
}

/// Limits and prices, in signs that need no language.
fn told(product: &Listed) -> String {
    let Limits {
        per_customer,
        one_per_customer,
        ..
    } = product.limits;
    let mut told = vec![range(product.limits)];
    told.extend(per_customer.map(|most| format!("≤ {most}")));
    if one_per_customer {
        told.push("× 1".to_owned());
    }
    let mut prices: Vec<String> = product.prices.iter().copied().map(written).collect();
    prices.sort_unstable();
    told.extend(prices);
    if !product.sold {
        told.push("–".to_owned());
    }
    told.join(", ")
}
