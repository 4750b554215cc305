//! Partners that serve a customer together: core's decisions, kept in rows by which lists are filtered and totaled.
//!
//! Nothing else writes these rows. A change of a relationship refreshes its customer, a change of a partnership all
//! customers of both partners, in steps where they are many. Neither sees the other's uncommitted changes, so the two
//! wait for each other.

use std::collections::BTreeSet;

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    Timestamp,
    ids::OrganizationId,
    partnership::Partnership,
    relationship::{Relationship, co_serving},
};
use uuid::Uuid;

/// The number of customers refreshed at a time: two partners may share any number of them, and the database looks up
/// this few by their keys, where it would read the whole table for more.
const BATCH: usize = 500;

/// Asks core again about a customer, after a change of its relationships.
pub(crate) async fn refresh_customer(
    db: &mut PgConnection,
    customer: OrganizationId,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    let customer = customer.into_uuid();
    wait_alone(db, &[customer]).await?;
    // Concurrent with other customers of its partners, but not with a change of their partnerships.
    sqlx::query!(
        r#"select pg_advisory_xact_lock_shared(key) as "locked!: ()" from (
              select hashtextextended('served together ' || partner_id, 0) as key from relationship
              where customer_id = $1 and status = 'active' order by 1) keys"#,
        customer,
    )
    .fetch_all(&mut *db)
    .await?;
    refresh(db, &[customer], now).await
}

/// Asks core again about the customers of two partners, after a change of their partnership.
pub(crate) async fn refresh_shared(
    db: &mut PgConnection,
    first: OrganizationId,
    second: OrganizationId,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    let (first, second) = (first.into_uuid(), second.into_uuid());
    wait_alone(db, &[first, second]).await?;
    let customers = sqlx::query_scalar!(
        r#"select one.customer_id from relationship one
           join relationship other on other.customer_id = one.customer_id
           where one.partner_id = $1 and one.status = 'active' and other.partner_id = $2 and other.status = 'active'
           order by 1"#,
        first,
        second,
    )
    .fetch_all(&mut *db)
    .await?;
    refresh(db, &customers, now).await
}

/// Asks core again about some of the customers of two partners, after a change of their partnership that is carried out
/// in steps.
pub(crate) async fn refresh_some(
    db: &mut PgConnection,
    (first, second): (OrganizationId, OrganizationId),
    customers: &[OrganizationId],
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    wait_alone(db, &[first.into_uuid(), second.into_uuid()]).await?;
    let customers: Vec<Uuid> = customers.iter().map(|id| id.into_uuid()).collect();
    refresh(db, &customers, now).await
}

/// Waits until no other transaction decides about these, and locks others out until this one ends.
async fn wait_alone(db: &mut PgConnection, ids: &[Uuid]) -> Result<(), sqlx::Error> {
    sqlx::query!(
        r#"select pg_advisory_xact_lock(key) as "locked!: ()" from (
              select hashtextextended('served together ' || id, 0) as key from unnest($1::uuid[]) id order by 1) keys"#,
        ids,
    )
    .fetch_all(db)
    .await?;
    Ok(())
}

async fn refresh(
    db: &mut PgConnection,
    customers: &[Uuid],
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    for customers in customers.chunks(BATCH) {
        let decided = decide(db, customers, now).await?;
        write(db, customers, &decided).await?;
    }
    Ok(())
}

/// Rows of the table, by column.
#[derive(Default)]
struct Decided {
    relationships: Vec<Uuid>,
    others: Vec<Uuid>,
    places: Vec<i32>,
    until: Vec<Option<Timestamp>>,
}

/// Asks core about every relationship of these customers.
async fn decide(
    db: &mut PgConnection,
    customers: &[Uuid],
    now: Timestamp,
) -> Result<Decided, sqlx::Error> {
    let relationships: Vec<Relationship> = sqlx::query_scalar!(
        r#"select body as "body: Json<Relationship>" from relationship
           where customer_id = any($1) and status = 'active' order by customer_id"#,
        customers,
    )
    .fetch_all(&mut *db)
    .await?
    .into_iter()
    .map(|body| body.0)
    .collect();
    let partners: BTreeSet<Uuid> = relationships
        .iter()
        .map(|relationship| relationship.partner.into_uuid())
        .collect();
    let partnerships: Vec<Partnership> = sqlx::query_scalar!(
        r#"select body as "body: Json<Partnership>" from partnership
           where provider_id = any($1) and reseller_id = any($1)"#,
        &partners.into_iter().collect::<Vec<_>>(),
    )
    .fetch_all(db)
    .await?
    .into_iter()
    .map(|body| body.0)
    .collect();
    let mut decided = Decided::default();
    for of_one in relationships.chunk_by(|one, next| one.customer == next.customer) {
        for mine in of_one {
            for (place, other) in (0..).zip(co_serving(mine, of_one, &partnerships, now)) {
                decided.relationships.push(mine.id.into_uuid());
                decided.others.push(other.partner.into_uuid());
                decided.places.push(place);
                decided.until.push(other.until);
            }
        }
    }
    Ok(decided)
}

/// Writes the rows that differ from the stored ones, and deletes those no longer decided.
async fn write(
    db: &mut PgConnection,
    customers: &[Uuid],
    decided: &Decided,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "delete from served_together old using relationship r
         where r.customer_id = any($1) and old.partner_id = r.partner_id and old.relationship_id = r.id
            and not exists (select from unnest($2::uuid[], $3::uuid[]) as decided (relationship_id, other_id)
                where decided.relationship_id = old.relationship_id and decided.other_id = old.other_id)",
        customers,
        &decided.relationships,
        &decided.others,
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "insert into served_together as old
            (relationship_id, partner_id, other_id, place, until, customer_name, customer_domain, since, customer_key,
             search, words)
         select r.id, r.partner_id, decided.other_id, decided.place, decided.until, r.customer_name, r.customer_domain,
            r.since, r.customer_key, r.search, r.words
         from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::timestamptz[])
            as decided (relationship_id, other_id, place, until)
         join relationship r on r.id = decided.relationship_id
         on conflict (relationship_id, other_id) do update
            set place = excluded.place, until = excluded.until, customer_name = excluded.customer_name,
               customer_key = excluded.customer_key, search = excluded.search, words = excluded.words
            where (old.place, old.until, old.customer_name, old.search)
               is distinct from (excluded.place, excluded.until, excluded.customer_name, excluded.search)",
        &decided.relationships,
        &decided.others,
        &decided.places,
        &decided.until as _,
    )
    .execute(db)
    .await?;
    Ok(())
}

#[cfg(test)]
pub(crate) mod tests;
