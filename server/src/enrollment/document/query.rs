//! Documents for pages, and for whoever opens one.

use sqlx::PgConnection;
use tierline_app::{
    enrollment::model::{DocumentRow, MayAdd},
    error::PortalError,
    portal::PortalResult,
};
use tierline_core::{
    access::{self, Action},
    enrollment::{CheckKind, Document, Enrollment, State},
    ids::{DocumentId, OrganizationId},
};

use super::store;
use crate::{
    enrollment::store as enrollments,
    organization::{query as load, query::failed},
    pipeline::Read,
    settings::{Setting, Settings},
    store::Hold,
};

/// The documents of an enrollment, oldest first.
pub(crate) async fn of_enrollment(
    db: &mut PgConnection,
    enrollment: &Enrollment,
) -> PortalResult<Vec<DocumentRow>> {
    let gone = store::gone(db, enrollment.id).await.map_err(failed)?;
    let documents = enrollment.documents.iter().cloned();
    let rows = documents.map(|document| DocumentRow {
        is_there: !gone.contains(&document.id),
        document,
    });
    Ok(rows.collect())
}

/// What a document can be added for: the checks that are open, and that documents can support.
pub(crate) fn may_add(enrollment: &Enrollment, settings: &Settings) -> MayAdd {
    let is_open = |check: &CheckKind| {
        enrollment.state != State::Draft
            && !check.documents().is_empty()
            && !enrollment.checks.get(*check).is_passed()
    };
    MayAdd {
        checks: CheckKind::ALL.into_iter().filter(is_open).collect(),
        most: settings.get(Setting::Documents),
    }
}

/// A document whose file may be opened: by those who enroll the organization, and by reviewers. For everybody else
/// there is no such document.
pub(crate) async fn to_open(read: &mut Read, id: DocumentId) -> PortalResult<Document> {
    let actor = read.actor()?;
    let known = store::of(read.db(), id).await.map_err(failed)?;
    let known = known
        .filter(|it| it.is_there)
        .ok_or(PortalError::NotFound)?;
    may_open(read, actor.organization, known.organization).await?;
    let enrollment = enrollments::by_id(read.db(), known.enrollment, Hold::Free)
        .await
        .map_err(failed)?
        .ok_or(PortalError::NotFound)?;
    let documents = enrollment.value.documents.into_iter();
    documents
        .into_iter()
        .find(|it| it.id == id)
        .ok_or(PortalError::NotFound)
}

async fn may_open(
    read: &mut Read,
    own: OrganizationId,
    enrolls: OrganizationId,
) -> PortalResult<()> {
    let actor = read.actor()?;
    let organization = load::organization(read, own).await?;
    let is_own =
        own == enrolls && access::authorize_own(&organization, &actor, Action::Enroll).is_ok();
    if is_own
        || access::authorize_on_program(&organization, &actor, Action::ReviewEnrollments).is_ok()
    {
        Ok(())
    } else {
        Err(PortalError::NotFound)
    }
}
