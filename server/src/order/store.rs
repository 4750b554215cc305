//! Orders and subscriptions.

use std::collections::HashMap;

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    catalog::Held,
    ids::{OrganizationId, SkuId},
    order::{Order, Subscription, SubscriptionState},
};
use uuid::Uuid;

/// What a customer has of these products.
pub(crate) async fn held(
    db: &mut PgConnection,
    customer: OrganizationId,
    skus: &[SkuId],
) -> Result<HashMap<SkuId, Held>, sqlx::Error> {
    let skus: Vec<Uuid> = skus.iter().map(|sku| sku.into_uuid()).collect();
    let rows = sqlx::query!(
        r#"select sku_id, sum(quantity)::bigint as "licenses!", count(*) as "subscriptions!" from subscription
           where customer_id = $1 and status = 'active' and sku_id = any($2) group by sku_id"#,
        customer.as_uuid(),
        &skus,
    )
    .fetch_all(db)
    .await?;
    let held = rows.into_iter().map(|row| {
        let licenses = u32::try_from(row.licenses).unwrap_or(u32::MAX);
        let subscriptions = u32::try_from(row.subscriptions).unwrap_or(u32::MAX);
        (
            SkuId::from_uuid(row.sku_id),
            Held {
                licenses,
                subscriptions,
            },
        )
    });
    Ok(held.collect())
}

/// Stores a new order.
pub(crate) async fn insert(db: &mut PgConnection, new: &Order) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into customer_order (customer_id, id, partner_id, partner_of_record_id, at, body)
         values ($1, $2, $3, $4, $5, $6)",
        new.customer.as_uuid(),
        new.id.as_uuid(),
        new.partner.as_uuid(),
        new.partner_of_record.map(OrganizationId::into_uuid),
        new.at,
        Json(new) as _,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Stores a new subscription.
pub(crate) async fn insert_subscription(
    db: &mut PgConnection,
    new: &Subscription,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into subscription
            (customer_id, id, order_id, partner_id, partner_of_record_id, sku_id, quantity, status, since, body)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        new.customer.as_uuid(),
        new.id.as_uuid(),
        new.order.as_uuid(),
        new.partner.as_uuid(),
        new.partner_of_record.map(OrganizationId::into_uuid),
        new.sku.as_uuid(),
        i32::try_from(new.quantity).unwrap_or(i32::MAX),
        status(new.state),
        new.since,
        Json(new) as _,
    )
    .execute(db)
    .await?;
    Ok(())
}

fn status(state: SubscriptionState) -> &'static str {
    match state {
        SubscriptionState::Active => "active",
        _ => "other",
    }
}
