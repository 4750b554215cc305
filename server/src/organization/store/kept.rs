//! What is stored with an organization and the rules do not need.

use sqlx::PgConnection;
use tierline_core::{Timestamp, ids::OrganizationId, text::AddressLine};
use uuid::Uuid;

use crate::store::decoded;

/// The columns of an organization beside those of the rules.
#[derive(Debug)]
pub(crate) struct Kept {
    pub id: Uuid,
    pub contact: Option<String>,
    pub address: Vec<String>,
    pub created_at: Timestamp,
}

/// Those of these organizations, in no particular order.
pub(crate) async fn kept(db: &mut PgConnection, ids: &[Uuid]) -> Result<Vec<Kept>, sqlx::Error> {
    sqlx::query_as!(
        Kept,
        "select id, contact, address, created_at from organization where id = any($1)",
        ids
    )
    .fetch_all(db)
    .await
}

/// The address of an organization's legal profile.
pub(crate) async fn legal_address(
    db: &mut PgConnection,
    id: OrganizationId,
) -> Result<Vec<AddressLine>, sqlx::Error> {
    let kept = kept(db, &[id.into_uuid()]).await?.pop();
    let lines = kept.map(|it| it.address).unwrap_or_default();
    lines.iter().map(|line| decoded(line.parse())).collect()
}

/// Stores another contact address, if this one is stored now.
pub(crate) async fn replace_contact(
    db: &mut PgConnection,
    id: OrganizationId,
    (from, to): (&str, &str),
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update organization set contact = $3 where id = $1 and lower(contact) = $2",
        id.as_uuid(),
        from,
        to
    )
    .execute(db)
    .await?;
    Ok(())
}
