//! A stored draft in words, for a user who is about to save over unseen changes.

use std::collections::HashMap;

use tierline_app::{
    catalog::model::LineKey,
    customer::model::CustomerDraft,
    form::mark::{Changed, StoredField},
};
use tierline_core::ids::SkuId;

use super::details;
use crate::pipeline::{CommandResult, Unit};

/// Names for the ids in a draft.
#[derive(Debug, Default)]
pub(super) struct Names {
    reseller: String,
    products: HashMap<SkuId, String>,
}

impl Names {
    /// Loads the names that this draft of the signed-in organization needs.
    pub(super) async fn load(unit: &mut Unit<'_>, draft: &CustomerDraft) -> CommandResult<Names> {
        let reseller = match details::reseller(draft) {
            Ok(Some(id)) => crate::organization::store::name(unit.db, id).await?,
            _ => None,
        };
        let skus: Vec<SkuId> = draft
            .lines
            .iter()
            .filter_map(|(text, _)| LineKey::parse(text).map(|key| key.sku))
            .collect();
        let now = unit.now();
        let products = crate::catalog::store::load(unit.db, &skus, None, now).await?;
        Ok(Names {
            reseller: reseller.unwrap_or_default(),
            products: products
                .into_iter()
                .map(|product| (product.sku, product.name))
                .collect(),
        })
    }

    /// The changes with names in place of ids.
    pub(super) fn told(&self, changed: Changed, stored: &CustomerDraft) -> Changed {
        let fields = changed
            .fields
            .into_iter()
            .map(|it| match it.field.as_str() {
                "reseller" => StoredField::new(it.field, self.reseller.as_str()),
                "lines" => StoredField::new(it.field, self.lines(stored)),
                _ => it,
            });
        Changed {
            fields: fields.collect(),
            ..changed
        }
    }

    fn lines(&self, draft: &CustomerDraft) -> String {
        let line = |(text, quantity): &(String, String)| {
            let sku = LineKey::parse(text).map(|key| key.sku);
            let name = sku.and_then(|sku| self.products.get(&sku)).unwrap_or(text);
            format!("{name}: {quantity}")
        };
        draft.lines.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

/// Every field as typed; the lines as one field.
pub(super) fn fields(draft: &CustomerDraft) -> Vec<StoredField> {
    let lines = draft
        .lines
        .iter()
        .map(|(sku, typed)| format!("{sku}:{typed}"));
    let lines = lines.collect::<Vec<_>>().join(",");
    [
        ("reseller", &draft.reseller),
        ("name", &draft.name),
        ("domain", &draft.domain),
        ("country", &draft.country),
        ("street", &draft.street),
        ("city", &draft.city),
        ("postal_code", &draft.postal_code),
        ("contact", &draft.contact),
        ("admin_name", &draft.admin_name),
        ("admin_user", &draft.admin_user),
        ("lines", &lines),
    ]
    .into_iter()
    .map(|(field, value)| StoredField::new(field, value))
    .collect()
}
