//! Changes that put many customers into a group, or take them out of it: what was chosen, and how far they have come.

use std::collections::BTreeSet;

use sqlx::{PgConnection, PgPool, types::Json};
use tierline_core::{
    Timestamp,
    actor::Actor,
    group::Placing,
    ids::{CustomerGroupId, OrganizationId, PlacingId, RelationshipId, UserId},
};
use uuid::Uuid;

use crate::store::{Hold, decoded};

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

/// Begins a change of these customers, which undoes another one, if any.
pub(crate) async fn begin(
    db: &mut PgConnection,
    id: PlacingId,
    (actor, now): (&Actor, Timestamp),
    (group, placing): (CustomerGroupId, Placing),
    (relationships, undoes): (&[Uuid], Option<PlacingId>),
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into customer_placing (id, partner_id, user_id, group_id, direction, chosen, began_at, undoes)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        id.as_uuid(),
        actor.organization.as_uuid(),
        actor.user.as_uuid(),
        group.as_uuid(),
        placing.code(),
        i64::try_from(relationships.len()).unwrap_or(i64::MAX),
        now,
        undoes.map(PlacingId::into_uuid),
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

/// A change that is to be undone.
#[derive(Debug)]
pub(crate) struct ToUndo {
    pub group: CustomerGroupId,
    pub placing: Placing,
    pub is_done: bool,
    pub is_undone: bool,
    /// The relationships whose groups are still as it left them: at most [`tierline_core::group::MOST_PLACED`], for a
    /// change of more of them is refused.
    pub unchanged: Vec<Uuid>,
}

/// This change of the partner, kept as it is if it is to be.
pub(crate) async fn to_undo(
    db: &mut PgConnection,
    partner: OrganizationId,
    id: PlacingId,
    hold: Hold,
) -> Result<Option<ToUndo>, sqlx::Error> {
    if hold == Hold::Locked {
        sqlx::query!(
            "select id from customer_placing where partner_id = $1 and id = $2 for no key update",
            partner.as_uuid(),
            id.as_uuid(),
        )
        .fetch_optional(&mut *db)
        .await?;
    }
    let row = sqlx::query!(
        r#"select group_id, direction, ended_at is not null as "is_done!",
              exists (select from customer_placing u where u.undoes = p.id) as "is_undone!"
           from customer_placing p where partner_id = $1 and id = $2"#,
        partner.as_uuid(),
        id.as_uuid(),
    )
    .fetch_optional(&mut *db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let unchanged = sqlx::query_scalar!(
        "select p.relationship_id from customer_placed p
         join relationship r on r.partner_id = $2 and r.id = p.relationship_id and r.status = 'active'
         where p.placing_id = $1 and coalesce(r.body -> 'groups', '[]') = p.groups",
        id.as_uuid(),
        partner.as_uuid(),
    )
    .fetch_all(db)
    .await?;
    Ok(Some(ToUndo {
        group: row.group_id.into(),
        placing: decoded(row.direction.parse())?,
        is_done: row.is_done,
        is_undone: row.is_undone,
        unchanged,
    }))
}

/// Notes what a step has changed, with the groups that each customer is in now.
pub(crate) async fn note_placed(
    db: &mut PgConnection,
    id: PlacingId,
    placed: &[(Uuid, BTreeSet<CustomerGroupId>)],
) -> Result<(), sqlx::Error> {
    let relationships: Vec<Uuid> = placed.iter().map(|(id, _)| *id).collect();
    let groups: Vec<_> = placed.iter().map(|(_, groups)| Json(groups)).collect();
    sqlx::query!(
        "insert into customer_placed (placing_id, relationship_id, groups)
         select $1, * from unnest($2::uuid[], $3::jsonb[])",
        id.as_uuid(),
        &relationships,
        &groups as _,
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
