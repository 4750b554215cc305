//! What the lines of orders became, as it was bought and as it is today.

use std::collections::HashMap;

use serde::Deserialize;
use sqlx::{PgConnection, types::Json};
use tierline_app::portal::PortalResult;
use tierline_core::{
    Evolve as _,
    event::Event,
    ids::{SkuId, SubscriptionId},
    order::Order,
    subscription::Subscription,
};
use uuid::Uuid;

use crate::organization::query::failed;

/// A subscription, as an order created it and as it is.
pub(super) struct Bought {
    pub then: Subscription,
    pub now: Subscription,
}

/// What these orders bought. The price that an order was made at is in the first event of each subscription, and is
/// never written over; what was filled in for measuring has no events, and is as it is.
pub(super) async fn bought(
    db: &mut PgConnection,
    orders: &[&Order],
) -> PortalResult<HashMap<SubscriptionId, Bought>> {
    let lines = orders.iter().flat_map(|order| &order.lines);
    let ids: Vec<Uuid> = lines.map(|line| line.subscription.into_uuid()).collect();
    let rows = sqlx::query!(
        r#"select s.body as "now: Json<Subscription>", e.body as "first?: Json<Event>"
           from subscription s
           left join event e on e.object_id = s.id and e.object = 'subscription' and e.version = 1
           where s.id = any($1)"#,
        &ids,
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    let lines = rows.into_iter().map(|row| Line {
        now: row.now.0,
        first: row.first.map(|Json(event)| event),
    });
    Ok(lines.map(Line::bought).collect())
}

/// What a line of an order became, as it is stored.
#[derive(Debug, Deserialize)]
pub(super) struct Line {
    now: Subscription,
    first: Option<Event>,
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
