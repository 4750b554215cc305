//! What imports of prices have done to a product.

use serde::{Deserialize, Serialize};
use sqlx::{PgConnection, types::Json};
use tierline_core::{
    Timestamp,
    ids::{PriceListId, SkuId},
    import::Effect,
};
use uuid::Uuid;

/// The most changes that are kept of one import for one product; the others are counted.
const KEPT: usize = 20;

/// The most rows of one statement.
const BATCH: usize = 5_000;

/// The imports that are read for a product, the newest ones.
const READ: i64 = 10;

/// What became of a price, or of the product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Change {
    pub effect: Effect,
    /// Which price.
    pub detail: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// An import that changed a product.
pub(crate) struct Import {
    pub at: Timestamp,
    pub by: String,
    pub changes: Vec<Change>,
    pub total: u32,
}

/// Notes what an import did to these products.
pub(crate) async fn note(
    db: &mut PgConnection,
    list: PriceListId,
    touched: &[(Uuid, Vec<Change>)],
) -> Result<(), sqlx::Error> {
    let touched: Vec<_> = touched.iter().filter(|(_, all)| !all.is_empty()).collect();
    for touched in touched.chunks(BATCH) {
        let skus: Vec<Uuid> = touched.iter().map(|(sku, _)| *sku).collect();
        let changes: Vec<_> = touched
            .iter()
            .map(|(_, all)| Json(all.iter().take(KEPT).collect::<Vec<_>>()))
            .collect();
        let totals: Vec<i32> = touched
            .iter()
            .map(|(_, all)| i32::try_from(all.len()).unwrap_or(i32::MAX))
            .collect();
        sqlx::query!(
            "insert into price_list_product (price_list_id, sku_id, changes, total)
             select $1::uuid, * from unnest($2::uuid[], $3::jsonb[], $4::integer[])",
            list.as_uuid(),
            &skus,
            &changes as _,
            &totals,
        )
        .execute(&mut *db)
        .await?;
    }
    Ok(())
}

/// The newest imports that changed the product.
pub(crate) async fn of_product(
    db: &mut PgConnection,
    sku: SkuId,
) -> Result<Vec<Import>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select l.at, u.name as "by!", t.changes as "changes: Json<Vec<Change>>", t.total
           from price_list_product t
           join price_list l on l.id = t.price_list_id
           join app_user u on u.id = (l.body ->> 'by')::uuid
           where t.sku_id = $1 order by l.at desc, l.id desc limit $2"#,
        sku.as_uuid(),
        READ,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Import {
            at: row.at,
            by: row.by,
            changes: row.changes.0,
            total: row.total.unsigned_abs(),
        })
        .collect())
}
