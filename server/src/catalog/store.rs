//! The catalog, for ordering.

use sqlx::PgConnection;
use tierline_core::{
    catalog::{Limits, Product},
    ids::SkuId,
    market::Currency,
    money::Money,
};
use uuid::Uuid;

/// These products, with their prices in this currency.
pub(crate) async fn load(
    db: &mut PgConnection,
    skus: &[SkuId],
    currency: Option<Currency>,
) -> Result<Vec<Product>, sqlx::Error> {
    let skus: Vec<Uuid> = skus.iter().map(|sku| sku.into_uuid()).collect();
    let rows = sqlx::query!(
        r#"select p.sku_id, p.name, p.sold, p.minimum, p.maximum, p.per_customer, p.one_per_customer,
              price.minor as "minor?"
           from product p left join product_price price on price.sku_id = p.sku_id and price.currency = $2
           where p.sku_id = any($1)"#,
        &skus,
        currency.map(Currency::code),
    )
    .fetch_all(db)
    .await?;
    let products = rows.into_iter().map(|row| Product {
        sku: SkuId::from_uuid(row.sku_id),
        name: row.name,
        sold: row.sold,
        limits: Limits {
            minimum: row.minimum.unsigned_abs(),
            maximum: row.maximum.unsigned_abs(),
            per_customer: row.per_customer.map(i32::unsigned_abs),
            one_per_customer: row.one_per_customer,
        },
        price: row
            .minor
            .zip(currency)
            .map(|(minor, currency)| Money::new(minor, currency)),
    });
    Ok(products.collect())
}
