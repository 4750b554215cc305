//! What the page of orders says beside its rows, in one statement: by what they can be filtered.

use serde::Deserialize;
use sqlx::{PgConnection, types::Json};
use tierline_app::{portal::PortalResult, subscription::model::NamedProduct};
use tierline_core::{ids::SkuId, organization::Party};

use super::Visible;
use crate::{list::reach, organization::query::failed};

/// Of so many orders, the newest, a narrowed reader is offered the products: what is kept of them is kept of all.
const LOOKED_AT: i64 = 1_000;

/// What is said.
pub(super) struct Beside {
    /// The partners that ordered.
    pub partners: Vec<Party>,
    /// What was ordered.
    pub products: Vec<NamedProduct>,
}

#[derive(Debug, Deserialize)]
struct Product {
    sku: SkuId,
    name: String,
}

impl Visible {
    /// Each partner is a step in an index, however many orders it has placed.
    pub(super) async fn beside(&self, db: &mut PgConnection) -> PortalResult<Beside> {
        let groups = reach::groups(&self.actor);
        let row = sqlx::query!(
            r#"with recursive step (partner) as (
                 (select partner_id from order_entry
                  where organization_id = $1 and ($2::uuid[] is null or groups && $2) order by partner_id limit 1)
                 union all
                 select (select partner_id from order_entry
                    where organization_id = $1 and ($2::uuid[] is null or groups && $2) and partner_id > step.partner
                    order by partner_id limit 1)
                 from step where step.partner is not null)
               select (select coalesce(jsonb_agg(jsonb_build_object('id', named.id, 'name', named.name)
                     order by named.sort_key, named.id), '[]')
                  from (select o.id, o.name, o.sort_key from step join organization o on o.id = step.partner
                     order by o.sort_key, o.id limit 200) named) as "partners!: Json<Vec<Party>>",
                  (select coalesce(jsonb_agg(jsonb_build_object('sku', named.sku_id, 'name', named.name)
                     order by named.sort_key, named.sku_id), '[]')
                  from (select p.sku_id, p.name, p.sort_key from (
                        select sku_id from order_product where organization_id = $1 and $2::uuid[] is null
                        union
                        select unnest(skus) from (
                           select skus from order_entry where organization_id = $1 and groups && $2
                           order by at desc limit $3) newest
                     ) known join product p on p.sku_id = known.sku_id
                     order by p.sort_key, p.sku_id limit 200) named) as "products!: Json<Vec<Product>>""#,
            self.organization.id.as_uuid(),
            groups.as_deref(),
            LOOKED_AT,
        )
        .fetch_one(db)
        .await
        .map_err(failed)?;
        let products = row.products.0.into_iter().map(|product| NamedProduct {
            sku: product.sku,
            name: product.name,
        });
        Ok(Beside {
            partners: row.partners.0,
            products: products.collect(),
        })
    }
}
