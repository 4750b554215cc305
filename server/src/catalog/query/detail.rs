//! A product of the catalog, for the operator.

use std::collections::BTreeSet;

use sqlx::PgConnection;
use tierline_app::{
    catalog::model::{CatalogProduct, ImportOfPrices, InUse, MarketPrice, PriceChange, SaleState},
    error::PortalError,
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    catalog::sheet::{Amount, OfferId, Price, currency, term_code},
    ids::SkuId,
    market::Country,
};

use super::list::shown;
use crate::{
    activity::query::{self as timeline, Reader},
    catalog::store::{self, Row, sheet, touched},
    list::count,
    mark,
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
    let actor = read.actor()?;
    let operator = super::may_manage(read).await?;
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
    let sale = sale(read.db(), &row, &valid, &prices, now).await?;
    let imports = touched::of_product(read.db(), sku).await.map_err(failed)?;
    let reader = Reader::of(&operator, &actor, read.now());
    let timeline = timeline::of_objects(read.db(), &reader, &[sku.into_uuid()]).await?;
    Ok(CatalogProduct {
        sale,
        imports: imports.into_iter().map(imported).collect(),
        timeline,
        row: shown(&row, None),
        prices,
        markets: markets.into_iter().collect(),
        market: chosen,
    })
}

/// What was decided about it, and what another decision would change.
async fn sale(
    db: &mut PgConnection,
    row: &Row,
    valid: &[Price],
    prices: &[MarketPrice],
    now: Timestamp,
) -> PortalResult<SaleState> {
    let offers: BTreeSet<String> = match &row.offer {
        Some(_) => valid.iter().map(offer).collect(),
        None => prices.iter().map(|price| price.offer.clone()).collect(),
    };
    let decided = row.decided();
    let limits = row.product(None).limits;
    Ok(SaleState {
        listed: row.listed(),
        is_withdrawn: decided.is_some_and(|sale| sale.withdrawn),
        has_own_limits: decided.is_some_and(|sale| sale.limits.is_some()),
        limits_mark: mark::of(&limits).map_err(failed)?,
        offers: offers.into_iter().collect(),
        in_use: in_use(db, row.sku_id, now).await.map_err(failed)?,
    })
}

/// The most subscriptions that are counted.
const COUNTED: i64 = 10_000;

async fn in_use(
    db: &mut PgConnection,
    sku: uuid::Uuid,
    now: Timestamp,
) -> Result<InUse, sqlx::Error> {
    let found = sqlx::query!(
        r#"select count(*) as "subscriptions!", coalesce(sum(quantity), 0)::bigint as "licenses!",
              count(distinct customer_id) as "customers!"
           from (select quantity, customer_id from subscription it
                 where sku_id = $1 and status = 'active' and subscription_status(it, $3) = 'active' limit $2) s"#,
        sku,
        COUNTED,
        now,
    )
    .fetch_one(db)
    .await?;
    Ok(InUse {
        subscriptions: count(found.subscriptions),
        licenses: count(found.licenses),
        customers: count(found.customers),
        is_at_least: found.subscriptions == COUNTED,
    })
}

fn imported(import: touched::Import) -> ImportOfPrices {
    let shown = u32::try_from(import.changes.len()).unwrap_or(u32::MAX);
    ImportOfPrices {
        at: import.at,
        by: import.by,
        more: import.total.saturating_sub(shown),
        changes: import
            .changes
            .into_iter()
            .map(|change| PriceChange {
                effect: change.effect,
                detail: change.detail,
                before: change.before,
                after: change.after,
            })
            .collect(),
    }
}

/// Segment, term and plan, in the sheet's words.
fn offer(price: &Price) -> String {
    format!(
        "{}, {} {}",
        price.segment,
        term_code(price.term),
        price.plan.code()
    )
}

fn of_sheet(price: &Price) -> MarketPrice {
    MarketPrice {
        market: Some(price.market),
        offer: offer(price),
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
