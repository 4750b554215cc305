//! What the lines of orders became, as it was bought and as it is today.

use std::collections::{BTreeSet, HashMap};

use serde::Deserialize;
use sqlx::{PgConnection, types::Json};
use tierline_app::portal::PortalResult;
use tierline_core::{
    Evolve as _, Timestamp,
    event::Event,
    ids::{SkuId, SubscriptionId},
    order::Order,
    subscription::Subscription,
};
use uuid::Uuid;

use crate::{organization::query::failed, subscription::store::overtaken};

/// A subscription, as an order created it and as it is by now, whether or not that is written down.
pub(super) struct Bought {
    pub then: Subscription,
    pub now: Subscription,
}

/// What this order bought. The price that an order was made at is in the first event of each subscription, and is never
/// written over; what was filled in for measuring has no events, and is as it is.
pub(super) async fn bought(
    db: &mut PgConnection,
    order: &Order,
    at: Timestamp,
) -> PortalResult<HashMap<SubscriptionId, Bought>> {
    let lines = order.lines.iter();
    let ids: Vec<Uuid> = lines.map(|line| line.subscription.into_uuid()).collect();
    let rows = sqlx::query!(
        r#"select s.body as "now!: Json<Subscription>", e.body as "first?: Json<Event>",
              coalesce(s.due_at <= $2, false) or coalesce(b.due_at <= $2, false) as "is_due!"
           from subscription s
           left join subscription b on b.id = s.base_id
           left join event e on e.object_id = s.id and e.object = 'subscription' and e.version = 1
           where s.id = any($1)"#,
        &ids,
        at,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    let lines = rows.into_iter().map(|row| Line {
        now: row.now.0,
        first: row.first.map(|Json(event)| event),
        is_due: row.is_due,
    });
    let mut lines: Vec<Line> = lines.collect();
    bring_up(db, lines.iter_mut().collect(), at).await?;
    Ok(lines.into_iter().map(Line::bought).collect())
}

/// What a line of an order became, as it is stored.
#[derive(Debug, Deserialize)]
pub(super) struct Line {
    now: Subscription,
    first: Option<Event>,
    /// Whether time has changed it, or its base, and nobody has written that down.
    is_due: bool,
}

/// Brings these lines up to this moment. Mostly nothing is asked for it, because a job writes down what is due within a
/// minute.
pub(super) async fn bring_up(
    db: &mut PgConnection,
    mut lines: Vec<&mut Line>,
    at: Timestamp,
) -> PortalResult<()> {
    lines.retain(|line| line.is_due);
    if lines.is_empty() {
        return Ok(());
    }
    let customers = lines.iter().map(|line| line.now.customer.into_uuid());
    let customers: BTreeSet<Uuid> = customers.collect();
    let customers: Vec<Uuid> = customers.into_iter().collect();
    let mut by_now = overtaken(db, &customers, at).await.map_err(failed)?;
    for line in lines {
        if let Some(it) = by_now.remove(&line.now.id) {
            line.now = it;
        }
    }
    Ok(())
}

impl Line {
    pub(super) fn bought(self) -> (SubscriptionId, Bought) {
        let now = self.now;
        let then = match &self.first {
            Some(Event::Subscription { event, .. }) => Subscription::begin(now.id, event),
            _ => None,
        };
        let then = then.unwrap_or_else(|| now.clone());
        (now.id, Bought { then, now })
    }
}

/// The names of these products.
pub(super) async fn names(
    db: &mut PgConnection,
    skus: impl IntoIterator<Item = SkuId>,
) -> PortalResult<HashMap<SkuId, String>> {
    let mut skus: Vec<Uuid> = skus.into_iter().map(SkuId::into_uuid).collect();
    skus.sort_unstable();
    skus.dedup();
    let rows = sqlx::query!(
        "select sku_id, name from product where sku_id = any($1)",
        &skus
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    let names = rows
        .into_iter()
        .map(|row| (SkuId::from_uuid(row.sku_id), row.name));
    Ok(names.collect())
}

/// The name of a product; its SKU, of one that is in the catalog no more.
pub(super) fn named(names: &HashMap<SkuId, String>, sku: SkuId) -> String {
    names.get(&sku).cloned().unwrap_or_else(|| sku.to_string())
}
