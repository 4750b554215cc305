//! The operator's decisions that stay when prices are imported.

use std::collections::{BTreeMap, HashMap};

use tierline_core::{
    catalog::{
        Limits, Sale,
        sheet::{OfferId, Product},
    },
    ids::SkuId,
    import::Effect,
};

use crate::{catalog::Listed, import::Line};

/// The decisions about these products of a sheet, each in a line. `listed` are the limits that the products have by
/// their prices after the import.
pub(super) fn of_sheet(
    products: &[Product],
    sales: &HashMap<OfferId, Sale>,
    listed: &BTreeMap<OfferId, Limits>,
    name: impl Fn(&OfferId) -> String,
) -> Vec<Line> {
    let decided = products.iter().filter_map(|product| {
        let sale = sales.get(&product.offer)?;
        let subject = format!("{} ({})", name(&product.offer), product.offer);
        let listed = *listed.get(&product.offer).unwrap_or(&product.limits);
        let stay = match sale.limits {
            Some(own) if !own.is_within(listed) => Effect::LimitsUnpriced,
            _ => Effect::LimitsStay,
        };
        Some(lines(&subject, sale, listed, stay))
    });
    decided.flatten().collect()
}

/// The same for a price list of the operator's own, which has one price for any number of licenses.
pub(super) fn of_list(listed: &[Listed], sales: &HashMap<SkuId, Sale>) -> Vec<Line> {
    let decided = listed.iter().filter_map(|product| {
        let sale = sales.get(&SkuId::from_uuid(product.sku))?;
        let subject = format!("{} ({})", product.name, product.part_number);
        Some(lines(&subject, sale, product.limits, Effect::LimitsStay))
    });
    decided.flatten().collect()
}

/// The number of products about which something is decided.
pub(super) fn decided(sales: &HashMap<SkuId, Sale>) -> u32 {
    let decided = sales
        .values()
        .filter(|it| it.withdrawn || it.limits.is_some());
    u32::try_from(decided.count()).unwrap_or(u32::MAX)
}

fn lines(subject: &str, sale: &Sale, listed: Limits, stay: Effect) -> Vec<Line> {
    let line = |effect, before, after| Line {
        line: None,
        effect,
        subject: subject.to_owned(),
        detail: String::new(),
        before,
        after,
        problem: None,
    };
    let withdrawn = sale
        .withdrawn
        .then(|| line(Effect::StaysWithdrawn, None, None));
    let limits = sale
        .limits
        .map(|own| line(stay, Some(range(listed)), Some(range(own))));
    withdrawn.into_iter().chain(limits).collect()
}

/// The numbers of licenses of one subscription.
pub(super) fn range(limits: Limits) -> String {
    match limits.maximum {
        Limits::NO_MAXIMUM => format!("{}+", limits.minimum),
        maximum => format!("{}–{maximum}", limits.minimum),
    }
}

/// A decision of a sheet's product, for the command line.
pub(super) fn told(line: &Line) -> String {
    let (before, after) = (
        line.before.as_deref().unwrap_or_default(),
        line.after.as_deref().unwrap_or_default(),
    );
    let what = match line.effect {
        Effect::StaysWithdrawn => "stays withdrawn from sale".to_owned(),
        Effect::LimitsUnpriced => {
            format!("keeps the limits {after}, and the sheet has prices for {before} alone")
        }
        _ => format!("keeps the limits {after}, where the sheet has {before}"),
    };
    format!("decided in the portal: {}: {what}", line.subject)
}
