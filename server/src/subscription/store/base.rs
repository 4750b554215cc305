//! The subscriptions that add-ons are ordered for.

use sqlx::PgConnection;
use tierline_core::{
    Timestamp,
    ids::{OrganizationId, SkuId, SubscriptionId},
    market::Country,
    subscription::{Sides, Subscription},
};
use uuid::Uuid;

use super::family::of_base;
use crate::{catalog::store::offers, store::Hold, subscription::known::concerned};

/// These subscriptions of a customer as they are now, with what has happened to them by itself and is not recorded yet.
/// What is no subscription of the customer, or an add-on itself, is left out. Whoever is to order for one holds it.
pub(crate) async fn bases(
    db: &mut PgConnection,
    ids: &[SubscriptionId],
    (customer, country): (OrganizationId, Country),
    (now, hold): (Timestamp, Hold),
) -> Result<Vec<Subscription>, sqlx::Error> {
    // In one order, so that two orders never wait for each other.
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    let mut bases = Vec::new();
    for id in ids {
        // Nothing of anybody else's customer is held.
        if !is_of(db, id, customer).await? {
            continue;
        }
        let Some(members) = of_base(db, id, hold).await? else {
            continue;
        };
        let offers = offers(db, &concerned(&members), country, now).await?;
        let mut family = members.family();
        for happened in family.catch_up(&offers, now) {
            family.apply(&happened);
        }
        bases.push(family.base);
    }
    Ok(bases)
}

async fn is_of(
    db: &mut PgConnection,
    id: SubscriptionId,
    customer: OrganizationId,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from subscription where id = $1 and customer_id = $2 and base_id is null)
           as "exists!""#,
        id.as_uuid(),
        customer.as_uuid(),
    )
    .fetch_one(db)
    .await
}

/// A subscription that add-ons can be ordered for.
#[derive(Debug)]
pub(crate) struct Choosable {
    pub id: Uuid,
    pub sku: SkuId,
    pub product: String,
    pub quantity: u32,
    pub ends: Timestamp,
    /// Whose it is.
    pub sides: Sides,
}

/// More subscriptions than these are not offered for one order.
const MOST: i64 = 200;

/// The subscriptions of these products that this partner has ordered for the customer and that are active by now, by
/// name.
pub(crate) async fn choosable(
    db: &mut PgConnection,
    customer: OrganizationId,
    partner: OrganizationId,
    skus: &[SkuId],
    now: Timestamp,
) -> Result<Vec<Choosable>, sqlx::Error> {
    if skus.is_empty() {
        return Ok(Vec::new());
    }
    let skus: Vec<Uuid> = skus.iter().map(|sku| sku.into_uuid()).collect();
    let rows = sqlx::query!(
        r#"select s.id, s.sku_id, p.name, s.quantity, s.ends_at, s.partner_of_record_id,
              s.support_contact_id as "support!"
           from subscription s join product p using (sku_id)
           where s.customer_id = $1 and s.partner_id = $2 and s.status = 'active' and s.base_id is null
             and s.sku_id = any($3) and subscription_status(s, $5) = 'active'
           order by p.sort_key, s.ends_at, s.id limit $4"#,
        customer.as_uuid(),
        partner.as_uuid(),
        &skus,
        MOST,
        now,
    )
    .fetch_all(db)
    .await?;
    let choosable = rows.into_iter().map(|row| Choosable {
        id: row.id,
        sku: SkuId::from_uuid(row.sku_id),
        product: row.name,
        quantity: row.quantity.unsigned_abs(),
        ends: row.ends_at,
        sides: Sides {
            customer,
            partner,
            of_record: row.partner_of_record_id.map(OrganizationId::from_uuid),
            support: row.support.into(),
        },
    });
    Ok(choosable.collect())
}
