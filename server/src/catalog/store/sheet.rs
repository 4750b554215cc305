//! The program's price sheet: its products, and what they cost for a whole term.

use std::collections::{BTreeSet, HashMap};

use sqlx::PgConnection;
use tierline_core::{
    Timestamp,
    catalog::{
        Limits,
        sheet::{
            self, Amount, BillingPlan, OfferId, Price, Product, Segment, Tier, Wanted, currency,
            term, term_code,
        },
    },
    market::{Country, Currency},
    money::Money,
    text::search::{SearchText, sort_key},
};
use uuid::Uuid;

use super::details::own_limits;
use crate::store::decoded;

/// The most rows of one statement.
const BATCH: usize = 10_000;

/// The products, and the names of those that have a price.
pub(crate) type Names = HashMap<OfferId, String>;

struct Row {
    offer: String,
    name: String,
    market: String,
    segment: String,
    term: String,
    plan: String,
    tier_from: i32,
    tier_to: Option<i32>,
    currency: String,
    starts_at: Timestamp,
    ends_at: Option<Timestamp>,
    partner_minor: i64,
    retail_minor: Option<i64>,
}

impl Row {
    fn price(&self) -> Result<Price, sqlx::Error> {
        let currency = decoded(currency(&self.currency))?;
        let amount = |minor| Amount { minor, currency };
        Ok(Price {
            offer: decoded(OfferId::parse(&self.offer))?,
            market: decoded(Country::parse(&self.market))?,
            segment: decoded(Segment::parse(&self.segment))?,
            term: decoded(term(&self.term))?,
            plan: decoded(BillingPlan::parse(&self.plan))?,
            tier: Tier {
                from: self.tier_from.unsigned_abs(),
                to: self.tier_to.map(i32::unsigned_abs),
            },
            starts: self.starts_at,
            ends: self.ends_at,
            partner: amount(self.partner_minor),
            retail: self.retail_minor.map(amount),
        })
    }
}

fn read(rows: Vec<Row>) -> Result<(Vec<Price>, Names), sqlx::Error> {
    let mut names = Names::new();
    let mut prices = Vec::with_capacity(rows.len());
    for row in rows {
        let price = row.price()?;
        if !names.contains_key(&price.offer) {
            names.insert(price.offer.clone(), row.name);
        }
        prices.push(price);
    }
    Ok((prices, names))
}

/// The stored prices of these markets and this segment. Two imports wait for each other here.
pub(crate) async fn lock(
    db: &mut PgConnection,
    wanted: &Wanted,
) -> Result<(Vec<Price>, Names), sqlx::Error> {
    sqlx::query("lock table sheet_price in share row exclusive mode")
        .execute(&mut *db)
        .await?;
    let markets: Vec<String> = wanted.markets.iter().map(ToString::to_string).collect();
    let rows = sqlx::query_as!(
        Row,
        r#"select p.offer as "offer!", p.name, s.market, s.segment, s.term, s.plan, s.tier_from, s.tier_to, s.currency,
              s.starts_at, s.ends_at, s.partner_minor, s.retail_minor
           from sheet_price s join product p using (sku_id)
           where s.market = any($1) and s.segment = $2 and p.offer is not null"#,
        &markets,
        wanted.segment.as_str(),
    )
    .fetch_all(db)
    .await?;
    read(rows)
}

/// All prices of these products, in every market and segment.
pub(crate) async fn of_products(
    db: &mut PgConnection,
    offers: &BTreeSet<OfferId>,
) -> Result<(Vec<Price>, Names), sqlx::Error> {
    let offers: Vec<String> = offers.iter().map(ToString::to_string).collect();
    let rows = sqlx::query_as!(
        Row,
        r#"select p.offer as "offer!", p.name, s.market, s.segment, s.term, s.plan, s.tier_from, s.tier_to, s.currency,
              s.starts_at, s.ends_at, s.partner_minor, s.retail_minor
           from sheet_price s join product p using (sku_id)
           where p.offer = any($1)"#,
        &offers,
    )
    .fetch_all(db)
    .await?;
    read(rows)
}

/// The prices of these products that decide about an order in one market: those of that market, of every day, and of
/// all others those that are valid at this moment.
pub(super) async fn for_market(
    db: &mut PgConnection,
    offers: &[String],
    market: Country,
    now: Timestamp,
) -> Result<Vec<Price>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        r#"select p.offer as "offer!", p.name, s.market, s.segment, s.term, s.plan, s.tier_from, s.tier_to, s.currency,
              s.starts_at, s.ends_at, s.partner_minor, s.retail_minor
           from sheet_price s join product p using (sku_id)
           where p.offer = any($1)
             and (s.market = $2 or (s.starts_at <= $3 and (s.ends_at is null or s.ends_at > $3)))"#,
        offers,
        market.code(),
        now,
    )
    .fetch_all(db)
    .await?;
    Ok(read(rows)?.0)
}

/// What a product of the sheet is at a moment: how many of it are sold, and its price for a month.
#[derive(Debug, Default)]
pub(crate) struct Offered {
    /// None if it is not sold.
    pub limits: Option<Limits>,
    pub price: Option<Money>,
}

/// The prices of these products that are valid at this moment, in every market and segment.
pub(crate) async fn current(
    db: &mut PgConnection,
    offers: &[String],
    now: Timestamp,
) -> Result<Vec<Price>, sqlx::Error> {
    // Only prices of the past and of the future are left out, which grow; core looks at the dates again.
    let rows = sqlx::query_as!(
        Row,
        r#"select p.offer as "offer!", p.name, s.market, s.segment, s.term, s.plan, s.tier_from, s.tier_to, s.currency,
              s.starts_at, s.ends_at, s.partner_minor, s.retail_minor
           from sheet_price s join product p using (sku_id)
           where p.offer = any($1) and s.starts_at <= $2 and (s.ends_at is null or s.ends_at > $2)"#,
        offers,
        now,
    )
    .fetch_all(db)
    .await?;
    Ok(read(rows)?.0)
}

/// These products as the dates of their prices have them at this moment, so that a price counts from its first day to
/// its last without another import; within the limits that were said of them.
pub(crate) async fn offered(
    db: &mut PgConnection,
    offers: &[String],
    currency: Option<Currency>,
    now: Timestamp,
) -> Result<HashMap<String, Offered>, sqlx::Error> {
    let prices = current(&mut *db, offers, now).await?;
    let own = own_limits(db, offers).await?;
    Ok(offered_by(&prices, &own, currency, now))
}

/// The numbers of licenses in one subscription that were said of products, by their names in the price sheet.
pub(super) type OwnLimits = HashMap<String, (Option<u32>, Option<u32>)>;

/// The same by these prices, among which are all that are valid at this moment, and these limits.
pub(super) fn offered_by(
    prices: &[Price],
    own: &OwnLimits,
    currency: Option<Currency>,
    now: Timestamp,
) -> HashMap<String, Offered> {
    let mut offered: HashMap<String, Offered> = HashMap::new();
    for (offer, of_prices) in sheet::offered(prices, now) {
        let (minimum, maximum) = own.get(offer.as_str()).copied().unwrap_or_default();
        let limits = Limits {
            minimum: minimum.unwrap_or(of_prices.minimum),
            maximum: maximum.unwrap_or(of_prices.maximum),
            ..of_prices
        };
        offered.entry(offer.to_string()).or_default().limits = Some(limits);
    }
    for (offer, prices) in sheet::monthly(prices, now).prices {
        let price = prices.into_iter().find(|it| Some(it.currency) == currency);
        offered.entry(offer.to_string()).or_default().price = price;
    }
    offered
}

/// The stored products among these, by their ids.
pub(crate) async fn known(
    db: &mut PgConnection,
    offers: impl Iterator<Item = &OfferId>,
) -> Result<HashMap<String, Uuid>, sqlx::Error> {
    let offers: Vec<String> = offers.map(ToString::to_string).collect();
    let rows = sqlx::query!(
        r#"select offer as "offer!", sku_id from product where offer = any($1)"#,
        &offers,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.offer, row.sku_id))
        .collect())
}

/// Puts the products into the catalog. `skus` has an id for each.
pub(crate) async fn put_products(
    db: &mut PgConnection,
    products: &[Product],
    skus: &HashMap<String, Uuid>,
) -> Result<(), sqlx::Error> {
    for products in products.chunks(BATCH) {
        let ids: Vec<Uuid> = products
            .iter()
            .filter_map(|it| skus.get(it.offer.as_str()).copied())
            .collect();
        let offers: Vec<String> = products.iter().map(|it| it.offer.to_string()).collect();
        let names: Vec<String> = products.iter().map(|it| it.name.clone()).collect();
        let minima: Vec<i64> = products.iter().map(|it| it.limits.minimum.into()).collect();
        let maxima: Vec<i64> = products.iter().map(|it| it.limits.maximum.into()).collect();
        let words: Vec<String> = products
            .iter()
            .map(|it| SearchText::of([it.name.as_str(), it.offer.as_str()]).to_string())
            .collect();
        let keys: Vec<String> = products.iter().map(|it| sort_key(&it.name)).collect();
        sqlx::query!(
            "insert into product (sku_id, offer, part_number, name, sold, minimum, maximum, search, sort_key)
             select sku, offer, offer, name, true, minimum, maximum, words, sort_key
             from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::text[], $7::text[])
                as new (sku, offer, name, minimum, maximum, words, sort_key)
             on conflict (sku_id) do update set
                name = excluded.name, minimum = excluded.minimum, maximum = excluded.maximum,
                demo_figures = false, search = excluded.search, sort_key = excluded.sort_key",
            &ids,
            &offers,
            &names,
            &minima,
            &maxima,
            &words,
            &keys,
        )
        .execute(&mut *db)
        .await?;
    }
    Ok(())
}

/// Writes these prices, new and changed ones.
pub(crate) async fn put_prices(
    db: &mut PgConnection,
    prices: &[&Price],
    skus: &HashMap<String, Uuid>,
) -> Result<(), sqlx::Error> {
    for prices in prices.chunks(BATCH) {
        let ids: Vec<Uuid> = prices
            .iter()
            .filter_map(|it| skus.get(it.offer.as_str()).copied())
            .collect();
        let text = |of: fn(&Price) -> &str| -> Vec<String> {
            prices.iter().map(|it| of(it).to_owned()).collect()
        };
        let from: Vec<i64> = prices.iter().map(|it| it.tier.from.into()).collect();
        let to: Vec<Option<i64>> = prices.iter().map(|it| it.tier.to.map(i64::from)).collect();
        let starts: Vec<Timestamp> = prices.iter().map(|it| it.starts).collect();
        let ends: Vec<Option<Timestamp>> = prices.iter().map(|it| it.ends).collect();
        let partner: Vec<i64> = prices.iter().map(|it| it.partner.minor).collect();
        let retail: Vec<Option<i64>> = prices
            .iter()
            .map(|it| it.retail.map(|retail| retail.minor))
            .collect();
        sqlx::query!(
            "insert into sheet_price (sku_id, market, segment, term, plan, tier_from, tier_to, currency, starts_at,
                ends_at, partner_minor, retail_minor)
             select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[],
                $7::bigint[], $8::text[], $9::timestamptz[], $10::timestamptz[], $11::bigint[], $12::bigint[])
             on conflict (sku_id, market, segment, term, plan, tier_from, currency, starts_at) do update set
                tier_to = excluded.tier_to, ends_at = excluded.ends_at, partner_minor = excluded.partner_minor,
                retail_minor = excluded.retail_minor",
            &ids,
            &text(|it| it.market.code()),
            &text(|it| it.segment.as_str()),
            &text(|it| term_code(it.term)),
            &text(|it| it.plan.code()),
            &from,
            &to as _,
            &text(|it| it.partner.currency.code()),
            &starts,
            &ends as _,
            &partner,
            &retail as _,
        )
        .execute(&mut *db)
        .await?;
    }
    Ok(())
}
