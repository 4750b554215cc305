//! A product of the catalog, for the operator.

use std::collections::BTreeSet;

use sqlx::PgConnection;
use tierline_app::{
    catalog::model::{CatalogProduct, MarketPrice},
    error::PortalError,
    portal::PortalResult,
};
use tierline_core::{
    catalog::sheet::{Amount, OfferId, Price, currency, term_code},
    ids::SkuId,
    market::Country,
};

use super::list::shown;
use crate::{
    catalog::store::{self, sheet},
    organization::query::failed,
    pipeline::Read,
    store::decoded,
};

/// The product with its prices in this market, or in the first one that it has a price in.
pub(crate) async fn product(
    read: &mut Read,
    sku: SkuId,
    market: &str,
) -> PortalResult<CatalogProduct> {
    super::may_manage(read).await?;
    let now = read.now();
    let found = store::rows(read.db(), &[sku], None, now).await;
    let row = found.map_err(failed)?.pop().ok_or(PortalError::NotFound)?;
    let valid: Vec<Price> = match &row.offer {
        Some(offer) => {
            let offer = OfferId::parse(offer).map_err(failed)?;
            let (all, _) = sheet::of_products(read.db(), &BTreeSet::from([offer]))
                .await
                .map_err(failed)?;
            all.into_iter()
                .filter(|price| price.is_valid(now))
                .collect()
        }
        None => Vec::new(),
    };
    let markets: BTreeSet<Country> = valid.iter().map(|price| price.market).collect();
    let chosen = Country::parse(market)
        .ok()
        .filter(|market| markets.contains(market))
        .or_else(|| markets.first().copied());
    let mut prices: Vec<MarketPrice> = valid
        .iter()
        .filter(|price| Some(price.market) == chosen)
        .map(of_sheet)
        .collect();
    prices.sort_by(|one, other| (&one.offer, one.from).cmp(&(&other.offer, other.from)));
    if row.offer.is_none() {
        prices = own(read.db(), sku).await.map_err(failed)?;
    }
    Ok(CatalogProduct {
        row: shown(&row, None),
        prices,
        markets: markets.into_iter().collect(),
        market: chosen,
    })
}

fn of_sheet(price: &Price) -> MarketPrice {
    MarketPrice {
        market: Some(price.market),
        offer: format!(
            "{}, {} {}",
            price.segment,
            term_code(price.term),
            price.plan.code()
        ),
        from: price.tier.from,
        to: price.tier.to,
        partner: price.partner.to_string(),
        retail: price.retail.map(|retail| retail.to_string()),
        ends: price.ends,
    }
}

/// The prices of the operator's own list, or of the demo: one for each currency.
async fn own(db: &mut PgConnection, sku: SkuId) -> Result<Vec<MarketPrice>, sqlx::Error> {
    let rows = sqlx::query!(
        "select currency, minor from product_price where sku_id = $1 order by currency",
        sku.into_uuid(),
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|row| {
            let amount = Amount {
                minor: row.minor,
                currency: decoded(currency(&row.currency))?,
            };
            Ok(MarketPrice {
                market: None,
                offer: row.currency,
                from: 1,
                to: None,
                partner: String::new(),
                retail: Some(amount.to_string()),
                ends: None,
            })
        })
        .collect()
}
