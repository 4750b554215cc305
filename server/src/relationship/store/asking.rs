//! Requests to many customers to renew: who was chosen, and how far they have come.

use chrono::NaiveDate;
use sqlx::{PgConnection, PgPool};
use tierline_core::{
    Timestamp,
    actor::Actor,
    ids::{OrganizationId, RelationshipId, UserId},
    relationship::AskToRenew,
};
use uuid::Uuid;

use crate::store::decoded;

/// A request that has begun.
#[derive(Debug)]
pub(crate) struct Begun {
    pub id: Uuid,
    pub partner: OrganizationId,
    pub user: UserId,
    pub asking: AskToRenew,
}

struct Row {
    id: Uuid,
    partner_id: Uuid,
    user_id: Uuid,
    message: String,
    day: NaiveDate,
}

impl Row {
    fn read(self) -> Result<Begun, sqlx::Error> {
        Ok(Begun {
            id: self.id,
            partner: self.partner_id.into(),
            user: self.user_id.into(),
            asking: AskToRenew {
                text: decoded(self.message.parse())?,
                day: self.day,
            },
        })
    }
}

/// The relationships of the partner with these customers in which something ends, within the groups to which a user is
/// narrowed.
pub(crate) async fn of_customers(
    db: &mut PgConnection,
    partner: OrganizationId,
    customers: &[Uuid],
    reach: Option<&[Uuid]>,
) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        "select id from relationship where partner_id = $1 and customer_id = any($2) and status = 'active'
            and ends_at is not null and ($3::uuid[] is null or groups && $3)",
        partner.as_uuid(),
        customers,
        reach as _,
    )
    .fetch_all(db)
    .await
}

/// Begins to ask these.
pub(crate) async fn begin(
    db: &mut PgConnection,
    id: Uuid,
    (actor, now): (&Actor, Timestamp),
    asking: &AskToRenew,
    relationships: &[Uuid],
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into renewal_request (id, partner_id, user_id, message, day, chosen, began_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        id,
        actor.organization.as_uuid(),
        actor.user.as_uuid(),
        asking.text.as_str(),
        asking.day,
        i64::try_from(relationships.len()).unwrap_or(i64::MAX),
        now,
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "insert into renewal_request_item (request_id, relationship_id) select $1, unnest($2::uuid[])",
        id,
        relationships,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The requests that are not done, the oldest first.
pub(crate) async fn open(pool: &PgPool) -> Result<Vec<Begun>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        "select id, partner_id, user_id, message, day from renewal_request
         where ended_at is null order by began_at, id limit 100"
    )
    .fetch_all(pool)
    .await?;
    rows.into_iter().map(Row::read).collect()
}

/// This request, unless it is done or another step of it is being made; kept from others until the transaction ends.
pub(crate) async fn take(db: &mut PgConnection, id: Uuid) -> Result<Option<Begun>, sqlx::Error> {
    let row = sqlx::query_as!(
        Row,
        "select id, partner_id, user_id, message, day from renewal_request
         where id = $1 and ended_at is null for update skip locked",
        id,
    )
    .fetch_optional(db)
    .await?;
    row.map(Row::read).transpose()
}

/// The next ones to be asked, in the order of their relationships' ids.
pub(crate) async fn next(
    db: &mut PgConnection,
    id: Uuid,
    at_most: u32,
) -> Result<Vec<(RelationshipId, OrganizationId)>, sqlx::Error> {
    let rows = sqlx::query!(
        "select r.id, r.customer_id from renewal_request_item i join relationship r on r.id = i.relationship_id
         where i.request_id = $1 order by i.relationship_id limit $2",
        id,
        i64::from(at_most),
    )
    .fetch_all(db)
    .await?;
    let rows = rows.into_iter();
    Ok(rows
        .map(|row| (row.id.into(), row.customer_id.into()))
        .collect())
}

/// Notes that a step was made, and whether it was the last.
pub(crate) async fn step(
    db: &mut PgConnection,
    id: Uuid,
    done: &[Uuid],
    asked: i64,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "delete from renewal_request_item where request_id = $1 and relationship_id = any($2)",
        id,
        done,
    )
    .execute(&mut *db)
    .await?;
    let left_out = i64::try_from(done.len()).unwrap_or(i64::MAX) - asked;
    sqlx::query!(
        "update renewal_request q set asked = asked + $2, left_out = left_out + $3,
            ended_at = case when not exists (select from renewal_request_item i where i.request_id = q.id)
                then $4::timestamptz end
         where id = $1",
        id,
        asked,
        left_out,
        now,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Stops a request that nobody may make any more. Who was asked stays so.
pub(crate) async fn stop(pool: &PgPool, id: Uuid, now: Timestamp) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "with stopped as (
            update renewal_request set is_stopped = true, ended_at = $2 where id = $1 and ended_at is null returning id
         )
         delete from renewal_request_item i using stopped where i.request_id = stopped.id",
        id,
        now,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Deletes what was done before this time; returns how many.
pub(crate) async fn purge(db: &mut PgConnection, before: Timestamp) -> Result<u64, sqlx::Error> {
    let purged = sqlx::query!("delete from renewal_request where ended_at < $1", before)
        .execute(db)
        .await?;
    Ok(purged.rows_affected())
}
