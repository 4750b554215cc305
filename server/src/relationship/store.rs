//! Reseller relationships.

use sqlx::{PgConnection, PgExecutor, types::Json};
use tierline_core::{
    ids::{OrganizationId, RelationshipId},
    organization::Organization,
    relationship::{Relationship, Side},
    text::search::sort_key,
};

use crate::{
    organization::store::search_text,
    pipeline::CommandResult,
    store::{Stored, saved},
};

/// A relationship of this organization, whichever side it is, locked to be changed.
pub(crate) async fn lock(
    db: &mut PgConnection,
    organization: OrganizationId,
    id: RelationshipId,
) -> Result<Option<Stored<Relationship>>, sqlx::Error> {
    let row = sqlx::query!(
        r#"select body as "body: Json<Relationship>", version from relationship
           where id = $1 and (partner_id = $2 or customer_id = $2) for update"#,
        id.as_uuid(),
        organization.as_uuid(),
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Stored {
        value: row.body.0,
        version: row.version,
    }))
}

/// Is a relationship of these two in force?
pub(crate) async fn is_active(
    db: impl PgExecutor<'_>,
    partner: OrganizationId,
    customer: OrganizationId,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from relationship
             where partner_id = $1 and customer_id = $2 and status = 'active') as "exists!""#,
        partner.as_uuid(),
        customer.as_uuid(),
    )
    .fetch_one(db)
    .await
}

/// The partner and the customer of a relationship of this organization; they never change.
pub(crate) async fn sides(
    db: &mut PgConnection,
    organization: OrganizationId,
    id: RelationshipId,
) -> Result<Option<(OrganizationId, OrganizationId)>, sqlx::Error> {
    let row = sqlx::query!(
        "select partner_id, customer_id from relationship where id = $1 and (partner_id = $2 or customer_id = $2)",
        id.as_uuid(),
        organization.as_uuid(),
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| (row.partner_id.into(), row.customer_id.into())))
}

/// Every relationship that a customer has or had, in the order of ids, locked: whatever is done for one customer is
/// done one after the other.
pub(crate) async fn lock_all_of(
    db: &mut PgConnection,
    customer: OrganizationId,
) -> Result<Vec<Stored<Relationship>>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select body as "body: Json<Relationship>", version from relationship
           where customer_id = $1 order by id for update"#,
        customer.as_uuid(),
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Stored {
            value: row.body.0,
            version: row.version,
        })
        .collect())
}

/// The relationship in force in which this organization is the partner and that one the customer; kept as it is.
pub(crate) async fn in_force(
    db: &mut PgConnection,
    partner: OrganizationId,
    customer: OrganizationId,
) -> Result<Option<Relationship>, sqlx::Error> {
    let body = sqlx::query_scalar!(
        r#"select body as "body: Json<Relationship>" from relationship
           where partner_id = $1 and customer_id = $2 and status = 'active' for share"#,
        partner.as_uuid(),
        customer.as_uuid(),
    )
    .fetch_optional(db)
    .await?;
    Ok(body.map(|body| body.0))
}

/// The one in force with this partner among a customer's relationships. One that has ended is none: who was left knows
/// no more of the customer than who never served it.
pub(crate) fn with_partner(
    all: &[Stored<Relationship>],
    partner: OrganizationId,
) -> Option<&Stored<Relationship>> {
    all.iter()
        .find(|stored| stored.value.partner == partner && stored.value.is_active())
}

/// Stores a new relationship.
pub(crate) async fn insert(
    db: &mut PgConnection,
    new: &Relationship,
    customer: &Organization,
) -> Result<(), sqlx::Error> {
    let text = search_text(customer);
    sqlx::query!(
        "insert into relationship
            (partner_id, customer_id, id, side, customer_name, status, since, body, customer_key, search, words)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, array_to_tsvector($11::text[]))",
        new.partner.as_uuid(),
        new.customer.as_uuid(),
        new.id.as_uuid(),
        side(new.side),
        customer.name.as_str(),
        status(new),
        new.since,
        Json(new) as _,
        sort_key(customer.name.as_str()),
        text.to_string(),
        &text.indexed(),
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Saves a changed relationship.
pub(crate) async fn save(
    db: &mut PgConnection,
    after: &Relationship,
    version: i64,
) -> CommandResult<()> {
    let result = sqlx::query!(
        "update relationship set status = $3, body = $4, version = version + 1
         where partner_id = $1 and id = $2 and version = $5",
        after.partner.as_uuid(),
        after.id.as_uuid(),
        status(after),
        Json(after) as _,
        version,
    )
    .execute(db)
    .await?;
    saved(&result)
}

fn side(side: Side) -> &'static str {
    side.capability().code()
}

fn status(relationship: &Relationship) -> &'static str {
    if relationship.is_active() {
        "active"
    } else {
        "ended"
    }
}
