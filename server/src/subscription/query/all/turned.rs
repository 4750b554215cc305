//! What has ended by itself, and nobody has written that down: it is filtered by what it is by now.

use sqlx::PgConnection;
use tierline_core::Timestamp;
use uuid::Uuid;

use crate::list::{source::Part, typed};

/// Subscriptions that are in another state by now than they are stored in. Mostly there are none, because a job writes
/// down what is due within a minute. None of them is in use any more.
#[derive(Default)]
pub(super) struct Turned(Vec<(Uuid, String)>);

impl Turned {
    /// Those that this organization may know of. Whatever else is stored as its state is in that state.
    pub(super) async fn load(
        db: &mut PgConnection,
        organization: Uuid,
        now: Timestamp,
    ) -> Result<Turned, sqlx::Error> {
        let rows = sqlx::query!(
            r#"with due as materialized (
                 select distinct coalesce(base_id, id) as base from subscription
                 where due_at <= $2 and (ends_at <= $2 or status in ('expired', 'canceled')))
               select s.id as "id!", subscription_status(s, $2) as "status!"
               from due join subscription s on s.id = due.base or s.base_id = due.base
               join subscription_entry e on e.subscription_id = s.id and e.organization_id = $1
               where subscription_status(s, $2) <> s.status"#,
            organization,
            now,
        )
        .fetch_all(db)
        .await?;
        Ok(Turned(
            rows.into_iter().map(|row| (row.id, row.status)).collect(),
        ))
    }

    /// The condition that a subscription is in this state.
    pub(super) fn in_state(&self, state: &str) -> Vec<Part> {
        let stored = Part::Text(typed(state));
        let came = self.0.iter().filter(|(_, status)| status == state);
        let came: Vec<Uuid> = came.map(|(id, _)| *id).collect();
        let mut condition = vec![Part::Sql("(subscription_entry.status = "), stored];
        if !self.0.is_empty() {
            condition.extend(self.not_them());
        }
        if !came.is_empty() {
            condition.extend([
                Part::Sql(" or subscription_id = any("),
                Part::Ids(came),
                Part::Sql(")"),
            ]);
        }
        condition.push(Part::Sql(")"));
        condition
    }

    /// The condition that a subscription has a next term, and whether that begins by itself.
    pub(super) fn renewing(&self, auto_renew: &str) -> Vec<Part> {
        let mut condition = vec![Part::Sql("auto_renew = "), Part::Text(typed(auto_renew))];
        if !self.0.is_empty() {
            condition.extend(self.not_them());
        }
        condition
    }

    fn not_them(&self) -> [Part; 3] {
        let ids = self.0.iter().map(|(id, _)| *id);
        [
            Part::Sql(" and subscription_id <> all("),
            Part::Ids(ids.collect()),
            Part::Sql(")"),
        ]
    }
}
