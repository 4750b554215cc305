//! Subscriptions.

mod base;
pub(crate) mod bulk;
mod by_now;
pub(crate) mod contact;
pub(crate) mod family;
mod ledger;
pub(crate) mod reminder;

pub(crate) use base::{Choosable, bases, choosable};
pub(crate) use bulk::{open_bulks, purge_bulks};
pub(crate) use by_now::overtaken;
pub(crate) use family::{Due, due_base, due_bases, sides};
pub(crate) use ledger::{Row as Line, append as charge, latest, since, whole};
pub(crate) use reminder::note as note_reminders;

use std::collections::HashMap;

use serde::Deserialize;
use sqlx::{PgConnection, types::Json};
use tierline_core::{
    Timestamp,
    catalog::Held,
    event,
    ids::{OrganizationId, SkuId, SubscriptionId},
    subscription::{Event, Subscription},
};
use uuid::Uuid;

use crate::{
    pipeline::object::{New, Object},
    store::Stored,
};

/// A customer's licenses and subscriptions of these products by now, from any partner: limits apply per customer. All
/// of them, or those beside one that is to change. What has ended, been renewed with other numbers or become another
/// product by itself counts as it is, whether or not that is written down: mostly there is nothing of that, and this is
/// one statement.
pub(crate) async fn held(
    db: &mut PgConnection,
    customer: OrganizationId,
    beside: Option<SubscriptionId>,
    skus: &[SkuId],
    now: Timestamp,
) -> Result<HashMap<SkuId, Held>, sqlx::Error> {
    let beside_it: Vec<Uuid> = beside.into_iter().map(SubscriptionId::into_uuid).collect();
    let (held, is_due) = stored(db, customer, &beside_it, skus, now).await?;
    if !is_due {
        return Ok(held);
    }
    let overtaken = overtaken(db, &[customer.into_uuid()], now).await?;
    let mut left_out: Vec<Uuid> = overtaken.keys().map(|id| id.into_uuid()).collect();
    left_out.extend(beside_it);
    let (mut held, _) = stored(db, customer, &left_out, skus, now).await?;
    let others = overtaken.values().filter(|it| Some(it.id) != beside);
    for it in others.filter(|it| it.is_running() && skus.contains(&it.sku)) {
        let of_product = held.entry(it.sku).or_default();
        of_product.licenses = of_product.licenses.saturating_add(it.quantity.get());
        of_product.subscriptions = of_product.subscriptions.saturating_add(1);
    }
    Ok(held)
}

/// The same as it is stored, but for these subscriptions; and whether time has changed any of the customer's.
async fn stored(
    db: &mut PgConnection,
    customer: OrganizationId,
    left_out: &[Uuid],
    skus: &[SkuId],
    now: Timestamp,
) -> Result<(HashMap<SkuId, Held>, bool), sqlx::Error> {
    let asked: Vec<Uuid> = skus.iter().map(|sku| sku.into_uuid()).collect();
    let row = sqlx::query!(
        r#"select exists (select from subscription where customer_id = $1 and due_at <= $4) as "is_due!",
              (select coalesce(jsonb_agg(sums), '[]') from (
                 select sku_id as sku, sum(quantity)::bigint as licenses, count(*) as subscriptions from subscription
                 where customer_id = $1 and id <> all($2) and status in ('active', 'suspended') and sku_id = any($3)
                 group by sku_id) sums) as "sums!: Json<Vec<Sum>>""#,
        customer.as_uuid(),
        left_out,
        &asked,
        now,
    )
    .fetch_one(db)
    .await?;
    let held = row.sums.0.into_iter().map(|sum| {
        let held = Held {
            licenses: u32::try_from(sum.licenses).unwrap_or(u32::MAX),
            subscriptions: u32::try_from(sum.subscriptions).unwrap_or(u32::MAX),
        };
        (sum.sku, held)
    });
    Ok((held.collect(), row.is_due))
}

/// What a customer has of a product.
#[derive(Debug, Deserialize)]
struct Sum {
    sku: SkuId,
    licenses: i64,
    subscriptions: i64,
}

impl Object for Subscription {
    type Beside = ();

    fn id(&self) -> SubscriptionId {
        self.id
    }

    fn logged(id: SubscriptionId, event: Event) -> event::Event {
        event::Event::Subscription { id, event }
    }

    /// Buyer and seller, the reseller that earns incentives, and of another contact or reseller, both of them. That a
    /// billing period began is in the ledger, and would drown everything else in a log.
    fn audience(&self, event: &Event) -> Vec<OrganizationId> {
        if let Event::Billed { .. } = event {
            return Vec::new();
        }
        let mut concerned = vec![self.partner, self.customer];
        concerned.extend(self.partner_of_record);
        concerned.extend(named(event));
        concerned.sort_unstable();
        concerned.dedup();
        concerned
    }

    async fn insert(db: &mut PgConnection, new: &[New<Subscription>]) -> Result<(), sqlx::Error> {
        sqlx::query!(
            "insert into subscription (customer_id, id, order_id, partner_id, partner_of_record_id, sku_id, quantity,
                status, since, starts_at, ends_at, body, version, kind, base_id, due_at)
             select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::integer[],
                $8::text[], $9::timestamptz[], $10::timestamptz[], $11::timestamptz[], $12::jsonb[], $13::bigint[],
                $14::text[], $15::uuid[], $16::timestamptz[])",
            &New::column(new, |it: &Subscription| it.customer.into_uuid()),
            &New::column(new, |it: &Subscription| it.id.into_uuid()),
            &New::column(new, |it: &Subscription| it.order.into_uuid()),
            &New::column(new, |it: &Subscription| it.partner.into_uuid()),
            &New::column(new, |it: &Subscription| it.partner_of_record.map(OrganizationId::into_uuid)) as _,
            &New::column(new, |it: &Subscription| it.sku.into_uuid()),
            &New::column(new, quantity),
            &New::column(new, |it: &Subscription| it.state.status().to_string()),
            &New::column(new, |it: &Subscription| it.since),
            &New::column(new, |it: &Subscription| it.starts),
            &New::column(new, |it: &Subscription| it.ends),
            &New::bodies(new) as _,
            &New::versions(new),
            &New::column(new, |it: &Subscription| it.course.kind.to_string()),
            &New::column(new, |it: &Subscription| it.course.base.map(SubscriptionId::into_uuid)) as _,
            &New::column(new, Subscription::due) as _,
        )
        .execute(db)
        .await?;
        Ok(())
    }

    async fn save(
        db: &mut PgConnection,
        after: &Stored<Subscription>,
        from: i64,
    ) -> Result<bool, sqlx::Error> {
        family::save(db, &[(after, from)]).await
    }
}

/// The partners that an event names as those who support the customer or earn incentives, before and after.
pub(crate) fn named(event: &Event) -> Vec<OrganizationId> {
    match event {
        Event::SupportDesignated { from, to, .. } | Event::SupportReturned { from, to, .. } => {
            vec![*from, *to]
        }
        Event::PartnerOfRecordSet { from, to, .. } => [*from, *to].into_iter().flatten().collect(),
        _ => Vec::new(),
    }
}

/// Limits of products fit the column, and so do the quantities they allow.
fn quantity(subscription: &Subscription) -> i32 {
    i32::try_from(subscription.quantity.get()).unwrap_or(i32::MAX)
}
