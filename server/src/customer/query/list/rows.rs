//! The rows of a page, with what each customer has by now.

use std::collections::HashMap;

use chrono::TimeDelta;
use sqlx::{PgConnection, types::Json};
use tierline_app::{customer::model::CustomerRow, portal::PortalResult};
use tierline_core::{
    group::CustomerGroup,
    ids::SubscriptionId,
    organization::Party,
    relationship::Relationship,
    subscription::{State, Subscription},
};
use uuid::Uuid;

use super::Visible;
use crate::{
    list::{count, in_order},
    organization::query::{failed, party},
    subscription::{query::Seen, store::overtaken},
};

/// Subscriptions that are otherwise by now than they are stored.
type ByNow = HashMap<SubscriptionId, Subscription>;

/// A relationship, and what its customer has as it is stored: its active subscriptions and the licenses in them, all of
/// them, those that the partner has ordered or earns incentives on, and those together with what it supports. Which of
/// these it may see, its rights say.
struct Row {
    id: Uuid,
    body: Json<Relationship>,
    customer_id: Uuid,
    customer: String,
    domain: String,
    country: String,
    everything: i64,
    all_licenses: i64,
    own: i64,
    own_licenses: i64,
    reached: i64,
    reached_licenses: i64,
    /// Whether time has changed something that it has, and nobody has written that down.
    is_due: bool,
    others: Json<Vec<Party>>,
}

impl Visible {
    /// The rows shown for these relationships, with what each customer has, and who else serves it. Mostly one
    /// statement, because a job writes down what is due within a minute.
    pub(super) async fn rows(
        &self,
        db: &mut PgConnection,
        ids: &[Uuid],
        groups: &[CustomerGroup],
    ) -> PortalResult<Vec<CustomerRow>> {
        let mut rows = self.stored(&mut *db, ids, &[]).await?;
        let due = rows.iter().filter(|row| row.is_due);
        let customers: Vec<Uuid> = due.map(|row| row.customer_id).collect();
        let mut by_now = ByNow::new();
        if !customers.is_empty() {
            by_now = overtaken(&mut *db, &customers, self.now)
                .await
                .map_err(failed)?;
            let left_out: Vec<Uuid> = by_now.keys().map(|id| id.into_uuid()).collect();
            rows = self.stored(db, ids, &left_out).await?;
        }
        // What has ended by itself is not shown for want of a job that has written it down.
        let current = rows.into_iter().map(|row| Row {
            body: Json(row.body.0.as_of(self.now)),
            ..row
        });
        let current: Vec<Row> = current.filter(|row| row.body.is_active()).collect();
        let rows = in_order(ids, current, |row| row.id).into_iter();
        rows.map(|row| row.shown(groups, &by_now)).collect()
    }

    /// These relationships, with what is stored of their customers but for these subscriptions.
    async fn stored(
        &self,
        db: &mut PgConnection,
        ids: &[Uuid],
        left_out: &[Uuid],
    ) -> PortalResult<Vec<Row>> {
        sqlx::query_as!(
            Row,
            r#"select r.id, r.body as "body: Json<Relationship>", r.customer_id, c.name as customer, c.domain, c.country,
                  sold.everything as "everything!", sold.all_licenses as "all_licenses!", sold.own as "own!",
                  sold.own_licenses as "own_licenses!", sold.reached as "reached!",
                  sold.reached_licenses as "reached_licenses!", sold.is_due as "is_due!",
                  (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by s.place), '[]')
                     from served_together s join organization o on o.id = s.other_id
                     where s.relationship_id = r.id and (s.until is null or s.until > $3))
                     as "others!: Json<Vec<Party>>"
               from relationship r join organization c on c.id = r.customer_id
               cross join lateral (
                  select count(*) filter (where active) as everything,
                     coalesce(sum(quantity) filter (where active), 0)::bigint as all_licenses,
                     count(*) filter (where active and is_own) as own,
                     coalesce(sum(quantity) filter (where active and is_own), 0)::bigint as own_licenses,
                     count(*) filter (where active and (is_own or is_contact)) as reached,
                     coalesce(sum(quantity) filter (where active and (is_own or is_contact)), 0)::bigint
                        as reached_licenses,
                     coalesce(bool_or(due_at <= $3), false) as is_due
                  from (select s.quantity, s.due_at, s.status = 'active' as active,
                        $1 in (s.partner_id, s.partner_of_record_id) as is_own, $1 = s.support_contact_id as is_contact
                     from subscription s where s.customer_id = r.customer_id and s.id <> all($4)) had
               ) sold
               where r.partner_id = $1 and r.id = any($2)"#,
            self.organization.id.into_uuid(),
            ids,
            self.now,
            left_out,
        )
        .fetch_all(db)
        .await
        .map_err(failed)
    }
}

impl Row {
    fn shown(self, groups: &[CustomerGroup], by_now: &ByNow) -> PortalResult<CustomerRow> {
        let (subscriptions, licenses) = self.seen(by_now);
        Ok(CustomerRow {
            party: party(self.customer_id, &self.customer)?,
            domain: self.domain,
            country: self.country.parse().map_err(failed)?,
            side: self.body.side,
            missing: self.body.missing(),
            ends: (self.body.next_end()).map(|ends| ends - TimeDelta::seconds(1)),
            since: self.body.since,
            other_partners: self.others.0,
            groups: (groups.iter())
                .filter(|group| self.body.groups.contains(&group.id))
                .map(|group| group.name.to_string())
                .collect(),
            subscriptions,
            licenses,
        })
    }

    /// Of the active subscriptions, and of the licenses in them, those that the partner may see.
    fn seen(&self, by_now: &ByNow) -> (u64, u64) {
        let seen = Seen::by(&self.body);
        let (subscriptions, licenses) = if seen.all {
            (self.everything, self.all_licenses)
        } else if seen.supports {
            (self.reached, self.reached_licenses)
        } else {
            (self.own, self.own_licenses)
        };
        let came = by_now.values().filter(|it| {
            it.customer == seen.customer && matches!(it.state, State::Active) && seen.has(it)
        });
        let stored = (count(subscriptions), count(licenses));
        came.fold(stored, |(subscriptions, licenses), it| {
            (subscriptions + 1, licenses + u64::from(it.quantity.get()))
        })
    }
}
