//! What follows from a partnership's change for each customer that both serve, and how far that has come.

use sqlx::{PgConnection, PgPool};
use tierline_app::partnership::model::Settling;
use tierline_core::{
    Timestamp,
    ids::{OrganizationId, PartnershipId, RelationshipId},
};
use uuid::Uuid;

use crate::list::count;

/// How many customers the two serve at this moment.
pub(crate) async fn shared(
    db: &mut PgConnection,
    provider: OrganizationId,
    reseller: OrganizationId,
    now: Timestamp,
) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from relationship one
           join relationship other on other.customer_id = one.customer_id and other.partner_id = $1
              and relationship_holds(other, $3)
           where one.partner_id = $2 and relationship_holds(one, $3)"#,
        provider.as_uuid(),
        reseller.as_uuid(),
        now,
    )
    .fetch_one(db)
    .await
}

/// Begins, from the first customer on; what was under way for the partnership is part of it.
pub(crate) async fn begin(
    db: &mut PgConnection,
    partnership: PartnershipId,
    (tells, chosen): (bool, i64),
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into partnership_settling as old (partnership_id, tells, chosen, began_at) values ($1, $2, $3, $4)
         on conflict (partnership_id) do update set tells = old.tells or excluded.tells, chosen = excluded.chosen,
            done = 0, after = default, began_at = excluded.began_at, ended_at = null",
        partnership.as_uuid(),
        tells,
        chosen,
        now,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// What is not done, the oldest first.
pub(crate) async fn open(pool: &PgPool) -> Result<Vec<PartnershipId>, sqlx::Error> {
    let rows = sqlx::query_scalar!(
        "select partnership_id from partnership_settling where ended_at is null
         order by began_at, partnership_id limit 100"
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(PartnershipId::from_uuid).collect())
}

/// What is taken up, and from where on.
#[derive(Debug)]
pub(crate) struct Taken {
    pub provider: OrganizationId,
    pub reseller: OrganizationId,
    pub tells: bool,
    pub after: Uuid,
}

/// Takes it up, unless it is done or another step of it is being made; kept from others until the transaction ends.
pub(crate) async fn take(
    db: &mut PgConnection,
    partnership: PartnershipId,
) -> Result<Option<Taken>, sqlx::Error> {
    let row = sqlx::query!(
        "select p.provider_id, p.reseller_id, s.tells, s.after from partnership_settling s
         join partnership p on p.id = s.partnership_id
         where s.partnership_id = $1 and s.ended_at is null for update of s skip locked",
        partnership.as_uuid(),
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Taken {
        provider: row.provider_id.into(),
        reseller: row.reseller_id.into(),
        tells: row.tells,
        after: row.after,
    }))
}

/// The next customers that both serve at this moment, in the order of ids, each with the reseller's relationship.
pub(crate) async fn next(
    db: &mut PgConnection,
    taken: &Taken,
    at_most: u32,
    now: Timestamp,
) -> Result<Vec<(OrganizationId, RelationshipId)>, sqlx::Error> {
    let rows = sqlx::query!(
        "select one.customer_id, one.id from relationship one
         join relationship other on other.customer_id = one.customer_id and other.partner_id = $1
            and relationship_holds(other, $5)
         where one.partner_id = $2 and relationship_holds(one, $5) and one.customer_id > $3
         order by one.customer_id limit $4",
        taken.provider.as_uuid(),
        taken.reseller.as_uuid(),
        taken.after,
        i64::from(at_most),
        now,
    )
    .fetch_all(db)
    .await?;
    let rows = rows.into_iter();
    Ok(rows
        .map(|row| (row.customer_id.into(), row.id.into()))
        .collect())
}

/// Notes that a step was made up to this customer, or that nothing was left.
pub(crate) async fn step(
    db: &mut PgConnection,
    partnership: PartnershipId,
    (last, done): (Option<OrganizationId>, i64),
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    let ended = last.is_none().then_some(now);
    sqlx::query!(
        "update partnership_settling set after = coalesce($2, after), done = done + $3, ended_at = $4
         where partnership_id = $1",
        partnership.as_uuid(),
        last.map(OrganizationId::into_uuid),
        done,
        ended,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// How far it has come; none if nothing was to be done.
pub(crate) async fn of(
    db: &mut PgConnection,
    partnership: PartnershipId,
) -> Result<Option<Settling>, sqlx::Error> {
    let row = sqlx::query!(
        r#"select tells, chosen, done, ended_at is not null as "is_done!" from partnership_settling
           where partnership_id = $1"#,
        partnership.as_uuid(),
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Settling {
        tells: row.tells,
        chosen: count(row.chosen),
        done: count(row.done),
        is_done: row.is_done,
    }))
}
