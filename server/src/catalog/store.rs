//! The catalog, as far as ordering needs it.

use sqlx::PgConnection;
use tierline_core::{
    catalog::{Limits, Product},
    ids::SkuId,
    market::Currency,
    money::Money,
};
use uuid::Uuid;

/// A product as it is stored, with its price in one currency.
pub(crate) struct Row {
    pub sku_id: Uuid,
    /// What lists sort it by.
    pub key: String,
    pub part_number: String,
    pub name: String,
    pub sold: bool,
    pub minimum: i32,
    pub maximum: i32,
    pub per_customer: Option<i32>,
    pub one_per_customer: bool,
    pub demo_figures: bool,
    pub minor: Option<i64>,
}

impl Row {
    /// As core knows it. Checks of the database keep limits positive.
    pub(crate) fn product(&self, currency: Option<Currency>) -> Product {
        Product {
            sku: SkuId::from_uuid(self.sku_id),
            name: self.name.clone(),
            sold: self.sold,
            limits: Limits {
                minimum: self.minimum.unsigned_abs(),
                maximum: self.maximum.unsigned_abs(),
                per_customer: self.per_customer.map(i32::unsigned_abs),
                one_per_customer: self.one_per_customer,
            },
            price: self
                .minor
                .zip(currency)
                .map(|(minor, currency)| Money::new(minor, currency)),
        }
    }
}

/// These products, with their prices in this currency; what is not in the catalog is left out.
pub(crate) async fn rows(
    db: &mut PgConnection,
    skus: &[SkuId],
    currency: Option<Currency>,
) -> Result<Vec<Row>, sqlx::Error> {
    let skus: Vec<Uuid> = skus.iter().map(|sku| sku.into_uuid()).collect();
    sqlx::query_as!(
        Row,
        r#"select p.sku_id, lower(p.name) as "key!", p.part_number, p.name, p.sold, p.minimum, p.maximum, p.per_customer,
              p.one_per_customer, p.demo_figures, c.minor as "minor?"
           from product p left join product_price c on c.sku_id = p.sku_id and c.currency = $2
           where p.sku_id = any($1)"#,
        &skus,
        currency.map_or("", Currency::code),
    )
    .fetch_all(db)
    .await
}

/// The same as core knows them.
pub(crate) async fn load(
    db: &mut PgConnection,
    skus: &[SkuId],
    currency: Option<Currency>,
) -> Result<Vec<Product>, sqlx::Error> {
    let rows = rows(db, skus, currency).await?;
    Ok(rows.iter().map(|row| row.product(currency)).collect())
}
