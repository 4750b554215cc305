//! What was said of products of simple lists before it was changed.

use serde::Deserialize;
use sqlx::PgConnection;
use tierline_core::{Timestamp, catalog::Earlier, market::Currency, money::Money};
use uuid::Uuid;

/// Keeps what is said of these products until now, before it is changed. A price sheet has days of its own.
pub(crate) async fn keep(
    db: &mut PgConnection,
    skus: &[Uuid],
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into product_earlier (sku_id, until, sold, prices)
         select p.sku_id, $2, p.sold and not coalesce(d.withdrawn, false),
            (select coalesce(jsonb_object_agg(c.currency, c.minor), '{}') from product_price c
               where c.sku_id = p.sku_id)
         from product p left join product_sale d on d.id = p.sku_id
         where p.sku_id = any($1) and p.offer is null
         on conflict (sku_id, until) do nothing",
        skus,
        now,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Drops what was kept of those for which the change has changed nothing.
pub(crate) async fn drop_unchanged(
    db: &mut PgConnection,
    skus: &[Uuid],
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "delete from product_earlier e using product p left join product_sale d on d.id = p.sku_id
         where e.sku_id = any($1) and e.until = $2 and p.sku_id = e.sku_id
            and e.sold = (p.sold and not coalesce(d.withdrawn, false))
            and e.prices = (select coalesce(jsonb_object_agg(c.currency, c.minor), '{}') from product_price c
               where c.sku_id = p.sku_id)",
        skus,
        now,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// What was said of a product, as the statement of its offer has it.
#[derive(Debug, Deserialize)]
pub(super) struct Said {
    until: Timestamp,
    sold: bool,
    /// Its price in the currency that was asked for.
    minor: Option<i64>,
}

impl Said {
    pub(super) fn in_currency(self, currency: Option<Currency>) -> Earlier {
        let price = self.minor.zip(currency);
        Earlier {
            until: self.until,
            sold: self.sold,
            price: price.map(|(minor, currency)| Money::new(minor, currency)),
        }
    }
}
