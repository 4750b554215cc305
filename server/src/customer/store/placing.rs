//! Changes that put many customers into a group, or take them out of it: what was chosen, and how far they have come.

use sqlx::{PgConnection, PgPool};
use tierline_core::{
    Timestamp,
    actor::Actor,
    group::Placing,
    ids::{CustomerGroupId, OrganizationId, PlacingId, RelationshipId, UserId},
};
use uuid::Uuid;

use crate::store::decoded;

/// A change that has begun.
#[derive(Debug)]
pub(crate) struct Begun {
    pub id: PlacingId,
    pub partner: OrganizationId,
    pub user: UserId,
    pub group: CustomerGroupId,
    pub placing: Placing,
    pub chosen: i64,
}

struct Row {
    id: Uuid,
    partner_id: Uuid,
    user_id: Uuid,
    group_id: Uuid,
    direction: String,
    chosen: i64,
}

impl Row {
    fn read(self) -> Result<Begun, sqlx::Error> {
        Ok(Begun {
            id: self.id.into(),
            partner: self.partner_id.into(),
            user: self.user_id.into(),
            group: self.group_id.into(),
            placing: decoded(self.direction.parse())?,
            chosen: self.chosen,
        })
    }
}

/// The customers of the partner among these, by their relationships.
pub(crate) async fn of_customers(
    db: &mut PgConnection,
    partner: OrganizationId,
    customers: &[Uuid],
) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        "select id from relationship where partner_id = $1 and customer_id = any($2) and status = 'active'",
        partner.as_uuid(),
        customers,
    )
    .fetch_all(db)
    .await
}

/// Begins a change of these customers.
pub(crate) async fn begin(
    db: &mut PgConnection,
    id: PlacingId,
    (actor, now): (&Actor, Timestamp),
    (group, placing): (CustomerGroupId, Placing),
    relationships: &[Uuid],
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into customer_placing (id, partner_id, user_id, group_id, direction, chosen, began_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        id.as_uuid(),
        actor.organization.as_uuid(),
        actor.user.as_uuid(),
        group.as_uuid(),
        placing.code(),
        i64::try_from(relationships.len()).unwrap_or(i64::MAX),
        now,
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "insert into customer_placing_item (placing_id, relationship_id) select $1, unnest($2::uuid[])",
        id.as_uuid(),
        relationships,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The changes that are not done, the oldest first.
pub(crate) async fn open_placings(pool: &PgPool) -> Result<Vec<Begun>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        "select id, partner_id, user_id, group_id, direction, chosen from customer_placing
         where ended_at is null order by began_at, id limit 100"
    )
    .fetch_all(pool)
    .await?;
    rows.into_iter().map(Row::read).collect()
}

/// This change, unless it is done or another step of it is being made; kept from others until the transaction ends.
pub(crate) async fn take(
    db: &mut PgConnection,
    id: PlacingId,
) -> Result<Option<Begun>, sqlx::Error> {
    let row = sqlx::query_as!(
        Row,
        "select id, partner_id, user_id, group_id, direction, chosen from customer_placing
         where id = $1 and ended_at is null for update skip locked",
        id.as_uuid(),
    )
    .fetch_optional(db)
    .await?;
    row.map(Row::read).transpose()
}

/// The next customers of a change, in the order of their relationships' ids.
pub(crate) async fn next(
    db: &mut PgConnection,
    id: PlacingId,
    at_most: u32,
) -> Result<Vec<(RelationshipId, OrganizationId)>, sqlx::Error> {
    let rows = sqlx::query!(
        "select r.id, r.customer_id from customer_placing_item i join relationship r on r.id = i.relationship_id
         where i.placing_id = $1 order by i.relationship_id limit $2",
        id.as_uuid(),
        i64::from(at_most),
    )
    .fetch_all(db)
    .await?;
    let rows = rows.into_iter();
    Ok(rows
        .map(|row| (row.id.into(), row.customer_id.into()))
        .collect())
}

/// What a step has come to.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counted {
    pub changed: i64,
    pub same: i64,
    pub gone: i64,
}

/// Notes that a step was made, and whether it was the last.
pub(crate) async fn step(
    db: &mut PgConnection,
    id: PlacingId,
    done: &[Uuid],
    counted: Counted,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "delete from customer_placing_item where placing_id = $1 and relationship_id = any($2)",
        id.as_uuid(),
        done,
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "update customer_placing p set changed = changed + $2, same = same + $3, gone = gone + $4,
            ended_at = case when not exists (select from customer_placing_item i where i.placing_id = p.id)
                then $5::timestamptz end
         where id = $1",
        id.as_uuid(),
        counted.changed,
        counted.same,
        counted.gone,
        now,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Stops a change that nobody may make any more. What was changed stays so.
pub(crate) async fn stop(pool: &PgPool, id: PlacingId, now: Timestamp) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "with stopped as (
            update customer_placing set is_stopped = true, ended_at = $2 where id = $1 and ended_at is null returning id
         )
         delete from customer_placing_item i using stopped where i.placing_id = stopped.id",
        id.as_uuid(),
        now,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Deletes what was done before this time; returns how many.
pub(crate) async fn purge_placings(
    db: &mut PgConnection,
    before: Timestamp,
) -> Result<u64, sqlx::Error> {
    let purged = sqlx::query!("delete from customer_placing where ended_at < $1", before)
        .execute(db)
        .await?;
    Ok(purged.rows_affected())
}
