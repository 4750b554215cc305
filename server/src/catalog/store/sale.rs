//! What the operator has decided about the sale of products.

use std::collections::HashMap;

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    catalog::{Sale, SaleEvent},
    event,
    ids::{OrganizationId, SkuId},
};
use uuid::Uuid;

use crate::{
    pipeline::object::{New, Object},
    store::Stored,
};

type Row = crate::store::Row<Sale>;

/// The decisions about this product, after nobody else can change them until the transaction ends; none for a product
/// that is not in the catalog.
pub(crate) async fn lock(
    db: &mut PgConnection,
    sku: SkuId,
) -> Result<Option<Option<Stored<Sale>>>, sqlx::Error> {
    let product = sqlx::query_scalar!(
        "select sku_id from product where sku_id = $1 for update",
        sku.as_uuid(),
    )
    .fetch_optional(&mut *db)
    .await?;
    if product.is_none() {
        return Ok(None);
    }
    let row = sqlx::query_as!(
        Row,
        r#"select body as "body: Json<Sale>", version from product_sale where id = $1"#,
        sku.as_uuid(),
    )
    .fetch_optional(db)
    .await?;
    Ok(Some(row.map(Row::stored)))
}

/// The decisions about these products, as far as there are any.
pub(crate) async fn of_products(
    db: &mut PgConnection,
    skus: &[Uuid],
) -> Result<HashMap<SkuId, Sale>, sqlx::Error> {
    let found = sqlx::query_scalar!(
        r#"select body as "body: Json<Sale>" from product_sale where id = any($1)"#,
        skus,
    )
    .fetch_all(db)
    .await?;
    Ok(found
        .into_iter()
        .map(|Json(sale)| (sale.sku, sale))
        .collect())
}

impl Object for Sale {
    type Beside = ();

    fn id(&self) -> SkuId {
        self.sku
    }

    fn logged(id: SkuId, event: SaleEvent) -> event::Event {
        event::Event::Sale { id, event }
    }

    /// The operator.
    fn audience(&self, _: &SaleEvent) -> Vec<OrganizationId> {
        vec![self.operator]
    }

    async fn insert(db: &mut PgConnection, new: &[New<Sale>]) -> Result<(), sqlx::Error> {
        sqlx::query!(
            "insert into product_sale (id, operator_id, withdrawn, body, version)
             select * from unnest($1::uuid[], $2::uuid[], $3::boolean[], $4::jsonb[], $5::bigint[])",
            &New::column(new, |it: &Sale| it.sku.into_uuid()),
            &New::column(new, |it: &Sale| it.operator.into_uuid()),
            &New::column(new, |it: &Sale| it.withdrawn),
            &New::bodies(new) as _,
            &New::versions(new),
        )
        .execute(db)
        .await?;
        Ok(())
    }

    async fn save(
        db: &mut PgConnection,
        after: &Stored<Sale>,
        from: i64,
    ) -> Result<bool, sqlx::Error> {
        let saved = sqlx::query!(
            "update product_sale set withdrawn = $3, body = $4, version = $5 where id = $1 and version = $2",
            after.value.sku.as_uuid(),
            from,
            after.value.withdrawn,
            Json(&after.value) as _,
            after.version,
        )
        .execute(db)
        .await?;
        Ok(saved.rows_affected() == 1)
    }
}
