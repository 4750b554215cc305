//! Where the page of an invitation belongs in the navigation.

use sqlx::PgPool;
use tierline_app::{account::model::SessionInfo, route};
use tierline_core::{access::Action, organization::Capability, permission::SubjectKind};
use uuid::Uuid;

/// The entry of the navigation for this page, if it is that of a provider's request: a provider asks resellers and
/// customers, which the address does not tell.
pub(crate) async fn place(
    pool: &PgPool,
    session: &SessionInfo,
    path: &str,
) -> Result<Option<&'static str>, sqlx::Error> {
    let id = path
        .strip_prefix(route::INVITATIONS)
        .and_then(|rest| rest.strip_prefix('/'))
        .and_then(|id| id.parse::<Uuid>().ok());
    let (Some(id), Some(own)) = (id, &session.organization) else {
        return Ok(None);
    };
    if !session.holds(Capability::IndirectProvider)
        || !session.may(Action::ViewPartners, SubjectKind::Own)
    {
        return Ok(None);
    }
    let kind = sqlx::query_scalar!(
        "select kind from invitation where organization_id = $1 and id = $2",
        own.id.into_uuid(),
        id,
    )
    .fetch_optional(pool)
    .await?;
    Ok(kind.map(|kind| match kind.as_str() {
        "partnership" => route::INDIRECT_RESELLERS,
        _ => route::CUSTOMERS,
    }))
}
