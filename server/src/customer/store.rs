//! New customers while they are being entered.

use sqlx::{PgConnection, types::Json};
use tierline_app::customer::model::{CustomerDraft, SubmittedCustomer};
use tierline_core::{
    Timestamp,
    actor::Actor,
    ids::{CustomerDraftId, OrganizationId},
};

/// A draft: what was typed, and what came of it.
#[derive(Debug)]
pub(crate) struct StoredDraft {
    pub draft: CustomerDraft,
    pub submitted: Option<SubmittedCustomer>,
}

/// A draft of this organization, locked to be changed.
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

/// Keeps what was typed.
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

/// Notes what came of it. What was typed is not needed any more.
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

/// Leaves nothing of it.
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

/// Clears away drafts that nobody has touched since; how many.
pub(crate) async fn purge(db: &mut PgConnection, before: Timestamp) -> Result<u64, sqlx::Error> {
    let purged = sqlx::query!("delete from customer_draft where updated_at < $1", before)
        .execute(db)
        .await?;
    Ok(purged.rows_affected())
}
