//! Totals that are kept and not counted: sums over the table `tally`, which the database's triggers write.

use sqlx::{PgConnection, PgExecutor};
use tierline_app::portal::PortalResult;
use tierline_core::{Timestamp, ids::OrganizationId};
use uuid::Uuid;

use crate::{fault::failed, list::count};

/// Customers of a partner.
pub(crate) async fn customers(db: &mut PgConnection, partner: OrganizationId) -> PortalResult<u64> {
    sqlx::query_scalar!(
        r#"select coalesce(sum(amount), 0)::bigint as "sum!" from tally
           where organization_id = $1 and what = 'customers' and other_id is null"#,
        partner.into_uuid(),
    )
    .fetch_one(&mut *db)
    .await
    .map(count)
    .map_err(failed)
}

/// Customers that a partner serves together with this other one; without those for which a notice period is over and
/// no job has written that down.
pub(crate) async fn shared_customers(
    db: &mut PgConnection,
    partner: OrganizationId,
    other: Uuid,
    now: Timestamp,
) -> PortalResult<u64> {
    sqlx::query_scalar!(
        r#"select (select coalesce(sum(amount), 0)::bigint from tally
                where organization_id = $1 and what = 'customers' and other_id = $2)
            - (select count(*) from served_together where partner_id = $1 and other_id = $2 and until <= $3) as "sum!""#,
        partner.into_uuid(),
        other,
        now,
    )
    .fetch_one(&mut *db)
    .await
    .map(count)
    .map_err(failed)
}

/// Active subscriptions that a partner has ordered, or is partner of record of.
pub(crate) async fn subscriptions(
    db: &mut PgConnection,
    partner: OrganizationId,
) -> PortalResult<u64> {
    sqlx::query_scalar!(
        r#"select coalesce(sum(amount), 0)::bigint as "sum!" from tally
           where organization_id = $1 and what = 'subscriptions'"#,
        partner.into_uuid(),
    )
    .fetch_one(&mut *db)
    .await
    .map(count)
    .map_err(failed)
}

/// Puts the rows of each sum together; a job of the server. Says how many rows became fewer.
pub(crate) async fn compact(db: impl PgExecutor<'_>) -> Result<u64, sqlx::Error> {
    let fewer = sqlx::query_scalar!(r#"select tally_compact() as "fewer!""#)
        .fetch_one(db)
        .await?;
    Ok(count(fewer))
}
