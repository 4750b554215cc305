//! New customers while they are being entered.

pub(crate) mod placing;

pub(crate) use placing::{open_placings, purge_placings};

use sqlx::{PgConnection, types::Json};
use tierline_app::customer::model::{CustomerDraft, SubmittedCustomer};
use tierline_core::{
    Timestamp,
    actor::Actor,
    ids::{CustomerDraftId, OrganizationId},
};

/// A draft: the typed values, and the customer they have become.
#[derive(Debug)]
pub(crate) struct StoredDraft {
    pub draft: CustomerDraft,
    pub submitted: Option<SubmittedCustomer>,
}

/// A draft of this organization, locked for a change.
pub(crate) async fn lock(
    db: &mut PgConnection,
    organization: OrganizationId,
    id: CustomerDraftId,
) -> Result<Option<StoredDraft>, sqlx::Error> {
    let row = sqlx::query!(
        r#"select data as "data: Json<CustomerDraft>", submitted as "submitted: Json<SubmittedCustomer>"
           from customer_draft where organization_id = $1 and id = $2 for update"#,
        organization.as_uuid(),
        id.as_uuid(),
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| StoredDraft {
        draft: row.data.0,
        submitted: row.submitted.map(|submitted| submitted.0),
    }))
}

/// Stores the typed values.
pub(crate) async fn keep(
    db: &mut PgConnection,
    actor: &Actor,
    id: CustomerDraftId,
    draft: &CustomerDraft,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into customer_draft (organization_id, id, data, created_by, updated_at) values ($1, $2, $3, $4, $5)
         on conflict (organization_id, id) do update set data = $3, updated_at = $5",
        actor.organization.as_uuid(),
        id.as_uuid(),
        Json(draft) as _,
        actor.user.as_uuid(),
        now,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Notes the customer that the draft has become. The typed values are no longer needed.
pub(crate) async fn submitted(
    db: &mut PgConnection,
    organization: OrganizationId,
    id: CustomerDraftId,
    submitted: &SubmittedCustomer,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update customer_draft set submitted = $3, updated_at = $4 where organization_id = $1 and id = $2",
        organization.as_uuid(),
        id.as_uuid(),
        Json(submitted) as _,
        now,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Deletes the draft.
pub(crate) async fn delete(
    db: &mut PgConnection,
    organization: OrganizationId,
    id: CustomerDraftId,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "delete from customer_draft where organization_id = $1 and id = $2",
        organization.as_uuid(),
        id.as_uuid()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Deletes drafts untouched since this time; returns how many.
pub(crate) async fn purge(db: &mut PgConnection, before: Timestamp) -> Result<u64, sqlx::Error> {
    let purged = sqlx::query!("delete from customer_draft where updated_at < $1", before)
        .execute(db)
        .await?;
    Ok(purged.rows_affected())
}
