//! Whose an address is.

use sqlx::PgConnection;
use tierline_core::{ids::OrganizationId, text::EmailAddress};

/// The organization of this address: the one with the address' domain, else the only one with a user of this address.
pub(crate) async fn of_address(
    db: &mut PgConnection,
    email: &EmailAddress,
) -> Result<Option<OrganizationId>, sqlx::Error> {
    let by_domain = sqlx::query_scalar!(
        "select id from organization where domain = $1",
        email.domain()
    )
    .fetch_optional(&mut *db)
    .await?;
    if let Some(id) = by_domain {
        return Ok(Some(OrganizationId::from_uuid(id)));
    }
    let by_user = sqlx::query_scalar!(
        "select m.organization_id from membership m join app_user u on u.id = m.user_id where u.email = $1 limit 2",
        email.key(),
    )
    .fetch_all(db)
    .await?;
    Ok(match by_user.as_slice() {
        [only] => Some(OrganizationId::from_uuid(*only)),
        _ => None,
    })
}
