//! Totals that are kept and not counted: sums over the table `tally`, which the database's triggers write.

use sqlx::{PgConnection, PgExecutor};
use tierline_app::portal::PortalResult;
use tierline_core::{Timestamp, ids::OrganizationId};
use uuid::Uuid;

use crate::{fault::failed, list::count};

/// Customers of a partner; without those whose relationship is over and no job has written that down.
pub(crate) async fn customers(
    db: &mut PgConnection,
    partner: OrganizationId,
    now: Timestamp,
) -> PortalResult<u64> {
    sqlx::query_scalar!(
        r#"select (select coalesce(sum(amount), 0)::bigint from tally
                where organization_id = $1 and what = 'customers' and other_id is null)
            - (select count(*) from relationship r where r.partner_id = $1 and r.status = 'active'
                and r.ends_at is not null and r.ends_at <= $2 and not relationship_holds(r, $2)) as "sum!""#,
        partner.into_uuid(),
        now,
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

/// Active subscriptions that a partner has ordered, or is partner of record of; without those that are over and for
/// which no job has written that down.
pub(crate) async fn subscriptions(
    db: &mut PgConnection,
    partner: OrganizationId,
    now: Timestamp,
) -> PortalResult<u64> {
    sqlx::query_scalar!(
        r#"select (select coalesce(sum(amount), 0)::bigint from tally
                where organization_id = $1 and what = 'subscriptions')
            - subscriptions_run_out($1, $2) as "sum!""#,
        partner.into_uuid(),
        now,
    )
    .fetch_one(&mut *db)
    .await
    .map(count)
    .map_err(failed)
}

/// The same of the customers in these groups: counted, because nothing is kept of what a group has.
pub(crate) async fn of_groups(
    db: &mut PgConnection,
    partner: OrganizationId,
    groups: &[Uuid],
    now: Timestamp,
) -> PortalResult<(u64, u64)> {
    let counted = sqlx::query!(
        r#"select count(*) as "customers!", coalesce(sum((select count(*) from subscription s
                  where s.customer_id = r.customer_id and s.status = 'active' and subscription_status(s, $3) = 'active'
                     and (s.partner_id = $1 or s.partner_of_record_id = $1))), 0)::bigint as "subscriptions!"
           from relationship r
           where r.partner_id = $1 and relationship_holds(r, $3) and r.groups <> '{}' and r.groups && $2"#,
        partner.into_uuid(),
        groups,
        now,
    )
    .fetch_one(&mut *db)
    .await
    .map_err(failed)?;
    Ok((count(counted.customers), count(counted.subscriptions)))
}

/// Customers in these groups that a partner serves together with this other one.
pub(crate) async fn shared_of_groups(
    db: &mut PgConnection,
    (partner, other): (OrganizationId, Uuid),
    groups: &[Uuid],
    now: Timestamp,
) -> PortalResult<u64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from relationship r join served_together s on s.relationship_id = r.id
           where r.partner_id = $1 and r.status = 'active' and r.groups <> '{}' and r.groups && $2
             and s.other_id = $3 and (s.until is null or s.until > $4)"#,
        partner.into_uuid(),
        groups,
        other,
        now,
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
