//! Products with everything that buying and renewing them needs, as core's `Offer` has them.

use std::collections::HashMap;

use sqlx::PgConnection;
use tierline_core::{
    Timestamp,
    catalog::{Kind, Offer, Rate},
    ids::SkuId,
    market::{self, Country},
};
use uuid::Uuid;

use super::{earlier, rows, sheet};
use crate::store::decoded;

/// What a price sheet lacks of a product.
struct Details {
    kind: Kind,
    bases: Vec<SkuId>,
    upgrades: Vec<SkuId>,
}

async fn details(
    db: &mut PgConnection,
    skus: &[Uuid],
) -> Result<HashMap<Uuid, Details>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select p.sku_id, p.kind,
              array(select t.other_id from product_tie t where t.sku_id = p.sku_id and t.tie = 'base'
                  order by t.other_id) as "bases!",
              array(select t.other_id from product_tie t where t.sku_id = p.sku_id and t.tie = 'upgrade'
                  order by t.other_id) as "upgrades!"
           from product p where p.sku_id = any($1)"#,
        skus,
    )
    .fetch_all(db)
    .await?;
    let ids = |ids: Vec<Uuid>| ids.into_iter().map(SkuId::from_uuid).collect();
    rows.into_iter()
        .map(|row| {
            let details = Details {
                kind: decoded(row.kind.parse())?,
                bases: ids(row.bases),
                upgrades: ids(row.upgrades),
            };
            Ok((row.sku_id, details))
        })
        .collect()
}

/// These products as they are sold in the market of a country: whether they are sold, and how many, at this moment, and
/// their prices of every day, because a renewal costs the price of its own; of a simple list, what it said before. What
/// a price sheet sells in other markets alone is not sold; what is not in the catalog is left out.
pub(crate) async fn offers(
    db: &mut PgConnection,
    skus: &[SkuId],
    country: Country,
    now: Timestamp,
) -> Result<Vec<Offer>, sqlx::Error> {
    let currency = market::currency_of(country);
    let rows = rows(db, skus, currency, now).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.sku_id).collect();
    let mut details = details(db, &ids).await?;
    let in_sheet: Vec<String> = rows.iter().filter_map(|row| row.offer.clone()).collect();
    let mut rates: HashMap<String, Vec<Rate>> = HashMap::new();
    if !in_sheet.is_empty() {
        for price in sheet::in_market(db, &in_sheet, country).await? {
            if let Some(rate) = price.rate().filter(|_| price.segment.is_shown()) {
                rates.entry(price.offer.to_string()).or_default().push(rate);
            }
        }
    }
    let mut earlier = earlier::of(db, &ids, currency).await?;
    let offers = rows.into_iter().map(|row| {
        let rates = row.offer.as_ref().and_then(|offer| rates.remove(offer));
        let mut product = row.product(currency);
        // The sheet sells it in other markets: without a price of this one it would be sold here for nothing.
        product.sold &= row.offer.is_none() || rates.is_some();
        let simple = Offer {
            earlier: earlier.remove(&row.sku_id).unwrap_or_default(),
            ..Offer::of(product)
        };
        match details.remove(&row.sku_id) {
            Some(known) => Offer {
                kind: known.kind,
                bases: known.bases,
                upgrades: known.upgrades,
                rates: rates.unwrap_or_default(),
                ..simple
            },
            None => simple,
        }
    });
    Ok(offers.collect())
}
