//! Products with everything that buying and renewing them needs, as core's `Offer` has them.

use std::collections::HashMap;

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    Timestamp,
    catalog::{Kind, Offer, Rate, Sale, sheet::Price},
    ids::SkuId,
    market::{self, Country, Currency},
};
use uuid::Uuid;

use super::{
    Row,
    earlier::Said,
    put_dated,
    sheet::{self, OwnLimits},
};
use crate::store::decoded;

/// A product with what a price sheet lacks of it.
struct Found {
    row: Row,
    kind: Kind,
    bases: Vec<SkuId>,
    upgrades: Vec<SkuId>,
    /// The numbers of licenses in one subscription that were said of it.
    own: (Option<u32>, Option<u32>),
    earlier: Vec<Said>,
}

/// These products as they are stored, in one statement.
async fn found(
    db: &mut PgConnection,
    skus: &[SkuId],
    currency: Option<Currency>,
) -> Result<Vec<Found>, sqlx::Error> {
    let skus: Vec<Uuid> = skus.iter().map(|sku| sku.into_uuid()).collect();
    let rows = sqlx::query!(
        r#"select p.sku_id as "sku_id!", p.sort_key as "sort_key!", p.part_number as "part_number!", p.offer,
              p.name as "name!", p.sold as "sold!", p.minimum as "minimum!", p.maximum as "maximum!", p.per_customer,
              p.one_per_customer as "one_per_customer!", p.demo_figures as "demo_figures!", p.kind as "kind!", c.minor as "minor?", d.body as "sale?: Json<Sale>",
              own.minimum as "own_minimum?", own.maximum as "own_maximum?",
              array(select t.other_id from product_tie t where t.sku_id = p.sku_id and t.tie = 'base'
                  order by t.other_id) as "bases!",
              array(select t.other_id from product_tie t where t.sku_id = p.sku_id and t.tie = 'upgrade'
                  order by t.other_id) as "upgrades!",
              (select coalesce(jsonb_agg(jsonb_build_object('until', e.until, 'sold', e.sold,
                      'minor', (e.prices ->> $2)::bigint) order by e.until), '[]')
                  from product_earlier e where e.sku_id = p.sku_id) as "earlier!: Json<Vec<Said>>"
           from product p left join product_price c on c.sku_id = p.sku_id and c.currency = $2
              left join product_sale d on d.id = p.sku_id
              left join product_details own on own.sku_id = p.sku_id
           where p.sku_id = any($1)"#,
        &skus,
        currency.map_or("", Currency::code),
    )
    .fetch_all(db)
    .await?;
    let ids = |ids: Vec<Uuid>| ids.into_iter().map(SkuId::from_uuid).collect();
    let found = rows.into_iter().map(|row| {
        let number = |number: Option<i32>| number.map(i32::unsigned_abs);
        Ok(Found {
            kind: decoded(row.kind.parse())?,
            bases: ids(row.bases),
            upgrades: ids(row.upgrades),
            own: (number(row.own_minimum), number(row.own_maximum)),
            earlier: row.earlier.0,
            row: Row {
                sku_id: row.sku_id,
                key: row.sort_key,
                part_number: row.part_number,
                offer: row.offer,
                name: row.name,
                sold: row.sold,
                minimum: row.minimum,
                maximum: row.maximum,
                per_customer: row.per_customer,
                one_per_customer: row.one_per_customer,
                demo_figures: row.demo_figures,
                minor: row.minor,
                sale: row.sale,
            },
        })
    });
    found.collect()
}

/// What the products of the price sheet cost in this market, by their names in it.
fn rates(prices: &[Price], market: Country) -> HashMap<String, Vec<Rate>> {
    let mut rates: HashMap<String, Vec<Rate>> = HashMap::new();
    for price in prices.iter().filter(|price| price.market == market) {
        if let Some(rate) = price.rate().filter(|_| price.segment.is_shown()) {
            rates.entry(price.offer.to_string()).or_default().push(rate);
        }
    }
    rates
}

/// These products as they are sold in the market of a country: whether they are sold, and how many, at this moment, and
/// their prices of every day, because a renewal costs the price of its own; of a simple list, what it said before. What
/// a price sheet sells in other markets alone is not sold; what is not in the catalog is left out. One statement, and
/// one more for what is in the price sheet.
pub(crate) async fn offers(
    db: &mut PgConnection,
    skus: &[SkuId],
    country: Country,
    now: Timestamp,
) -> Result<Vec<Offer>, sqlx::Error> {
    if skus.is_empty() {
        return Ok(Vec::new());
    }
    let currency = market::currency_of(country);
    let mut found = found(db, skus, currency).await?;
    let in_sheet = found.iter().filter_map(|it| it.row.offer.clone());
    let in_sheet: Vec<String> = in_sheet.collect();
    let mut rates = HashMap::new();
    if !in_sheet.is_empty() {
        let prices = sheet::for_market(db, &in_sheet, country, now).await?;
        let own = found.iter().filter_map(|it| {
            let offer = it.row.offer.clone()?;
            Some((offer, it.own))
        });
        let own: OwnLimits = own.collect();
        let offered = sheet::offered_by(&prices, &own, currency, now);
        put_dated(found.iter_mut().map(|it| &mut it.row), offered);
        rates = self::rates(&prices, country);
    }
    let offers = found.into_iter().map(|it| {
        let rates = it.row.offer.as_ref().and_then(|offer| rates.remove(offer));
        let mut product = it.row.product(currency);
        // The sheet sells it in other markets: without a price of this one it would be sold here for nothing.
        product.sold &= it.row.offer.is_none() || rates.is_some();
        let earlier = it.earlier.into_iter();
        Offer {
            product,
            kind: it.kind,
            bases: it.bases,
            upgrades: it.upgrades,
            rates: rates.unwrap_or_default(),
            earlier: earlier.map(|said| said.in_currency(currency)).collect(),
        }
    });
    Ok(offers.collect())
}
