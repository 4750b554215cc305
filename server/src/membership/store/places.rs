//! Organizations whose location has changed.

use sqlx::PgConnection;
use tierline_core::ids::OrganizationId;

/// The organizations of which it is not written down yet that their location has become inactive or is elsewhere, or
/// that it counts again.
pub(crate) async fn to_follow(db: &mut PgConnection) -> Result<Vec<OrganizationId>, sqlx::Error> {
    let ids = sqlx::query_scalar!(
        "select o.id from registry_mpn l
         join registry_mpn p on p.mpn = l.profile
         join organization o on o.mpn = l.mpn
         where (l.is_active and p.is_active and l.country = o.country) = (o.mpn_inactive_at is not null)
         order by o.id limit 1000",
    )
    .fetch_all(db)
    .await?;
    Ok(ids.into_iter().map(OrganizationId::from_uuid).collect())
}
