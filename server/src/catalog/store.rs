//! The catalog, for ordering.

pub(crate) mod details;
pub(crate) mod earlier;
mod offer;
mod price_list;
pub(crate) mod sale;
pub(crate) mod touched;

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use sqlx::{PgConnection, types::Json};
use tierline_core::{
    Timestamp,
    catalog::{Limits, Product, Sale, Terms},
    ids::SkuId,
    market::Currency,
    money::Money,
    text::search::{SearchText, sort_key},
};
use uuid::Uuid;

pub(crate) mod sheet;

pub(crate) use offer::offers;

use super::Listed;
use crate::store::decoded;

/// A product as it is stored, with its price in one currency.
pub(crate) struct Row {
    pub sku_id: Uuid,
    /// The sort key in lists.
    pub key: String,
    pub part_number: String,
    /// Its id in the program's price sheet, if it is in one.
    pub offer: Option<String>,
    pub name: String,
    pub sold: bool,
    pub minimum: i32,
    pub maximum: i32,
    pub per_customer: Option<i32>,
    pub one_per_customer: bool,
    pub demo_figures: bool,
    pub minor: Option<i64>,
    /// What the operator has decided about it.
    pub sale: Option<Json<Sale>>,
}

impl Row {
    /// What the price list says of it. Checks of the database keep limits positive.
    pub(crate) fn listed(&self) -> Terms {
        Terms {
            sold: self.sold,
            limits: Limits {
                minimum: self.minimum.unsigned_abs(),
                maximum: self.maximum.unsigned_abs(),
                per_customer: self.per_customer.map(i32::unsigned_abs),
                one_per_customer: self.one_per_customer,
            },
        }
    }

    /// The operator's decisions, if there are any.
    pub(crate) fn decided(&self) -> Option<&Sale> {
        self.sale.as_ref().map(|Json(sale)| sale)
    }

    /// As core knows it, after the operator's decisions.
    pub(crate) fn product(&self, currency: Option<Currency>) -> Product {
        let Terms { sold, limits } = self.listed().after(self.decided());
        Product {
            sku: SkuId::from_uuid(self.sku_id),
            name: self.name.clone(),
            sold,
            limits,
            price: self
                .minor
                .zip(currency)
                .map(|(minor, currency)| Money::new(minor, currency)),
        }
    }
}

/// Puts into the rows what the dates of the program's price sheet say at this moment.
pub(crate) async fn by_dates(
    db: &mut PgConnection,
    rows: &mut [Row],
    currency: Option<Currency>,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    let offers: Vec<String> = rows.iter().filter_map(|row| row.offer.clone()).collect();
    if offers.is_empty() {
        return Ok(());
    }
    let offered = sheet::offered(db, &offers, currency, now).await?;
    put_dated(rows, offered);
    Ok(())
}

/// Puts into the rows of the price sheet what its dates say.
fn put_dated<'a>(
    rows: impl IntoIterator<Item = &'a mut Row>,
    mut offered: HashMap<String, sheet::Offered>,
) {
    for row in rows {
        let Some(offer) = &row.offer else { continue };
        let offered = offered.remove(offer).unwrap_or_default();
        row.sold = offered.limits.is_some();
        row.minor = offered.price.map(|price| price.minor);
        if let Some(limits) = offered.limits {
            // Numbers of licenses are stored in 31 bits, and were read from there.
            row.minimum = limits.minimum.cast_signed();
            row.maximum = limits.maximum.cast_signed();
        }
    }
}

/// These products, with their prices in this currency at this moment; what is not in the catalog is left out.
pub(crate) async fn rows(
    db: &mut PgConnection,
    skus: &[SkuId],
    currency: Option<Currency>,
    now: Timestamp,
) -> Result<Vec<Row>, sqlx::Error> {
    let skus: Vec<Uuid> = skus.iter().map(|sku| sku.into_uuid()).collect();
    let mut rows = sqlx::query_as!(
        Row,
        r#"select p.sku_id as "sku_id!", p.sort_key as "key!", p.part_number as "part_number!", p.offer, p.name as "name!",
              p.sold as "sold!", p.minimum as "minimum!", p.maximum as "maximum!", p.per_customer,
              p.one_per_customer as "one_per_customer!", p.demo_figures as "demo_figures!", c.minor as "minor?", d.body as "sale?: Json<Sale>"
           from product p left join product_price c on c.sku_id = p.sku_id and c.currency = $2
              left join product_sale d on d.id = p.sku_id
           where p.sku_id = any($1)"#,
        &skus,
        currency.map_or("", Currency::code),
    )
    .fetch_all(&mut *db)
    .await?;
    by_dates(db, &mut rows, currency, now).await?;
    Ok(rows)
}

/// The same as core knows them.
pub(crate) async fn load(
    db: &mut PgConnection,
    skus: &[SkuId],
    currency: Option<Currency>,
    now: Timestamp,
) -> Result<Vec<Product>, sqlx::Error> {
    let rows = rows(db, skus, currency, now).await?;
    Ok(rows.iter().map(|row| row.product(currency)).collect())
}

/// What the products of a price list are to the catalog.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
pub(crate) struct Compared {
    pub new: u32,
    pub changed: u32,
    pub same: u32,
    /// Those about which the operator has decided something that stays.
    pub kept: u32,
}

/// These products as they are in the catalog, for a change by a price list, while no other list is imported. One with
/// figures of the demo, or of the program's price sheet, is there and like none of a list.
pub(crate) async fn lock(
    db: &mut PgConnection,
    skus: &[Uuid],
) -> Result<HashMap<Uuid, Option<Listed>>, sqlx::Error> {
    sqlx::query!(
        r#"select pg_advisory_xact_lock(hashtextextended('price list', 0)) as "locked!: ()""#
    )
    .fetch_one(&mut *db)
    .await?;
    let rows = sqlx::query!(
        r#"select p.sku_id, p.part_number, p.name, p.sold, p.minimum, p.maximum, p.per_customer, p.one_per_customer,
              p.demo_figures or p.offer is not null as "is_other!",
              (select coalesce(jsonb_object_agg(c.currency, c.minor), '{}') from product_price c
                 where c.sku_id = p.sku_id) as "prices!: Json<BTreeMap<String, i64>>"
           from product p where p.sku_id = any($1) order by p.sku_id for update"#,
        skus,
    )
    .fetch_all(db)
    .await?;
    let listed = rows.into_iter().map(|row| {
        if row.is_other {
            return Ok((row.sku_id, None));
        }
        let prices = row
            .prices
            .0
            .into_iter()
            .map(|(currency, minor)| Ok(Money::new(minor, decoded(currency.parse())?)));
        let listed = Listed {
            sku: row.sku_id,
            part_number: row.part_number,
            name: row.name,
            sold: row.sold,
            limits: Limits {
                minimum: row.minimum.unsigned_abs(),
                maximum: row.maximum.unsigned_abs(),
                per_customer: row.per_customer.map(i32::unsigned_abs),
                one_per_customer: row.one_per_customer,
            },
            prices: prices.collect::<Result<_, sqlx::Error>>()?,
        };
        Ok((row.sku_id, Some(listed)))
    });
    listed.collect()
}

/// The most products that are written at a time.
const IMPORTED: usize = 1_000;

/// Puts a price list into the catalog, where it counts from now on. The program's price sheet says nothing more of a
/// product that was in it.
pub(crate) async fn import(
    db: &mut PgConnection,
    listed: &[Listed],
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    for listed in listed.chunks(IMPORTED) {
        let skus: Vec<Uuid> = listed.iter().map(|it| it.sku).collect();
        earlier::keep(&mut *db, &skus, now).await?;
        import_some(&mut *db, listed).await?;
        earlier::drop_unchanged(&mut *db, &skus, now).await?;
    }
    Ok(())
}

async fn import_some(db: &mut PgConnection, listed: &[Listed]) -> Result<(), sqlx::Error> {
    let skus: Vec<Uuid> = listed.iter().map(|it| it.sku).collect();
    let texts = |of: fn(&Listed) -> String| listed.iter().map(of).collect::<Vec<String>>();
    let numbers = |of: fn(&Limits) -> u32| {
        let limits = listed.iter().map(|it| i64::from(of(&it.limits)));
        limits.collect::<Vec<i64>>()
    };
    let flags = |of: fn(&Listed) -> bool| listed.iter().map(of).collect::<Vec<bool>>();
    let per_customer: Vec<Option<i64>> = listed
        .iter()
        .map(|it| it.limits.per_customer.map(i64::from))
        .collect();
    sqlx::query!(
        "insert into product
            (sku_id, part_number, name, sold, minimum, maximum, per_customer, one_per_customer, demo_figures, search,
             sort_key)
         select sku, part_number, name, sold, minimum, maximum, per_customer, one, false, search, sort_key
         from unnest($1::uuid[], $2::text[], $3::text[], $4::boolean[], $5::bigint[], $6::bigint[], $7::bigint[],
            $8::boolean[], $9::text[], $10::text[])
            as new (sku, part_number, name, sold, minimum, maximum, per_customer, one, search, sort_key)
         on conflict (sku_id) do update set
            part_number = excluded.part_number, name = excluded.name, sold = excluded.sold,
            minimum = excluded.minimum, maximum = excluded.maximum, per_customer = excluded.per_customer,
            one_per_customer = excluded.one_per_customer, demo_figures = false, offer = null,
            search = excluded.search, sort_key = excluded.sort_key",
        &skus,
        &texts(|it| it.part_number.clone()),
        &texts(|it| it.name.clone()),
        &flags(|it| it.sold),
        &numbers(|it| it.minimum),
        &numbers(|it| it.maximum),
        &per_customer as _,
        &flags(|it| it.limits.one_per_customer),
        &texts(|it| SearchText::of([it.name.as_str(), &it.part_number]).to_string()),
        &texts(|it| sort_key(&it.name)),
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!("delete from product_price where sku_id = any($1)", &skus)
        .execute(&mut *db)
        .await?;
    let prices = || {
        listed
            .iter()
            .flat_map(|it| it.prices.iter().map(|price| (it.sku, price)))
    };
    let currencies: Vec<String> = prices()
        .map(|(_, price)| price.currency.code().to_owned())
        .collect();
    sqlx::query!(
        "insert into product_price (sku_id, currency, minor)
         select * from unnest($1::uuid[], $2::text[], $3::bigint[])",
        &prices().map(|(sku, _)| sku).collect::<Vec<Uuid>>(),
        &currencies,
        &prices().map(|(_, price)| price.minor).collect::<Vec<i64>>(),
    )
    .execute(db)
    .await?;
    Ok(())
}
