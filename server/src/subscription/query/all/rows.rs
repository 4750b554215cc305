//! The rows of a page, as they are by now.

use std::collections::BTreeSet;

use sqlx::{PgConnection, types::Json};
use tierline_app::{portal::PortalResult, subscription::model::all::ListedSubscription};
use tierline_core::{
    Timestamp,
    subscription::{Status, Subscription},
};
use uuid::Uuid;

use crate::{
    list::in_order,
    organization::query::{failed, party},
    subscription::{query::named, store::overtaken},
};

struct Row {
    id: Uuid,
    body: Json<Subscription>,
    product: String,
    customer_id: Uuid,
    customer: String,
    reseller_id: Option<Uuid>,
    reseller: Option<String>,
    /// Whether time has changed it, or its base, and nobody has written that down.
    is_due: bool,
}

/// These subscriptions, in this order.
pub(super) async fn rows(
    db: &mut PgConnection,
    ids: &[Uuid],
    now: Timestamp,
) -> PortalResult<Vec<ListedSubscription>> {
    let mut rows = sqlx::query_as!(
        Row,
        r#"select s.id, s.body as "body: Json<Subscription>", p.name as product, s.customer_id, c.name as customer,
              s.partner_of_record_id as reseller_id, o.name as "reseller?",
              coalesce(s.due_at <= $2, false) or coalesce(b.due_at <= $2, false) as "is_due!"
           from subscription s
           join product p on p.sku_id = s.sku_id
           join organization c on c.id = s.customer_id
           left join subscription b on b.id = s.base_id
           left join organization o on o.id = s.partner_of_record_id
           where s.id = any($1)"#,
        ids,
        now,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    let due = rows.iter().filter(|row| row.is_due);
    let customers: BTreeSet<Uuid> = due.map(|row| row.customer_id).collect();
    if !customers.is_empty() {
        let customers: Vec<Uuid> = customers.into_iter().collect();
        let by_now = overtaken(&mut *db, &customers, now).await.map_err(failed)?;
        for row in &mut rows {
            let Some(it) = by_now.get(&row.body.id) else {
                continue;
            };
            if it.sku != row.body.sku {
                row.product = named(&mut *db, it.sku).await.map_err(failed)?;
            }
            row.body = Json(it.clone());
        }
    }
    let rows = in_order(ids, rows, |row| row.id).into_iter();
    rows.map(Row::shown).collect()
}

impl Row {
    fn shown(self) -> PortalResult<ListedSubscription> {
        let Json(it) = self.body;
        let reseller = match (self.reseller_id, self.reseller) {
            (Some(id), Some(name)) => Some(party(id, &name)?),
            _ => None,
        };
        let (kind, status) = (it.course.kind, it.state.status());
        let goes_on = kind.renews() && matches!(status, Status::Active | Status::Suspended);
        Ok(ListedSubscription {
            id: it.id,
            product: self.product,
            kind,
            customer: party(self.customer_id, &self.customer)?,
            reseller,
            licenses: it.quantity.get(),
            status,
            auto_renew: goes_on.then_some(it.course.auto_renew),
            since: it.since,
            ends: kind.renews().then_some(it.ends),
        })
    }
}
