//! What is known of each file: whose it is, and whether it is still there.

use sqlx::{PgConnection, PgExecutor};
use tierline_core::{
    Timestamp,
    enrollment::Document,
    ids::{DocumentId, EnrollmentId, OrganizationId},
};
use uuid::Uuid;

/// Where a document belongs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Belongs {
    pub enrollment: EnrollmentId,
    pub organization: OrganizationId,
    /// Whether the file is still there.
    pub is_there: bool,
}

/// Notes the file of a document that is added in this transaction.
pub(crate) async fn insert(
    db: &mut PgConnection,
    (enrollment, organization): (EnrollmentId, OrganizationId),
    document: &Document,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into document (id, enrollment_id, organization_id, added_at) values ($1, $2, $3, $4)",
        document.id.into_uuid(),
        enrollment.into_uuid(),
        organization.into_uuid(),
        document.at,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Where this document belongs; none if there is no such document.
pub(crate) async fn of(
    db: &mut PgConnection,
    id: DocumentId,
) -> Result<Option<Belongs>, sqlx::Error> {
    let row = sqlx::query!(
        "select enrollment_id, organization_id, removed_at from document where id = $1",
        id.into_uuid(),
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Belongs {
        enrollment: row.enrollment_id.into(),
        organization: row.organization_id.into(),
        is_there: row.removed_at.is_none(),
    }))
}

/// The documents of this enrollment whose files are gone.
pub(crate) async fn gone(
    db: &mut PgConnection,
    enrollment: EnrollmentId,
) -> Result<Vec<DocumentId>, sqlx::Error> {
    let rows = sqlx::query_scalar!(
        "select id from document where enrollment_id = $1 and removed_at is not null",
        enrollment.into_uuid(),
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(DocumentId::from).collect())
}

/// The documents whose case was done before this and whose files are there, the oldest first.
pub(super) async fn ended(
    db: impl PgExecutor<'_>,
    before: Timestamp,
    most: i64,
) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        "select d.id from document d join enrollment e on e.id = d.enrollment_id
         where d.removed_at is null and e.documents_done <= $1
         order by e.documents_done limit $2",
        before,
        most,
    )
    .fetch_all(db)
    .await
}

/// The files of these documents are gone.
pub(super) async fn removed(
    db: impl PgExecutor<'_>,
    ids: &[Uuid],
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update document set removed_at = $2 where id = any($1)",
        ids,
        now,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Those of these ids that no document has, or whose file should be gone.
pub(super) async fn unknown(
    db: impl PgExecutor<'_>,
    ids: &[Uuid],
) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select file as "file!" from unnest($1::uuid[]) file
           where not exists (select from document d where d.id = file and d.removed_at is null)"#,
        ids,
    )
    .fetch_all(db)
    .await
}
