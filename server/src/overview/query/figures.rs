//! Figures of the overview.

use sqlx::PgConnection;
use tierline_app::{overview::model::Figures, portal::PortalResult};
use tierline_core::{
    Timestamp,
    actor::Actor,
    ids::OrganizationId,
    organization::{Capability, Organization},
};
use uuid::Uuid;

use super::Seen;
use crate::{
    list::{count, reach, tally},
    organization::query::failed,
};

/// What the user may see, in numbers.
pub(super) async fn figures(
    db: &mut PgConnection,
    organization: &Organization,
    actor: &Actor,
    seen: Seen,
    now: Timestamp,
) -> PortalResult<Figures> {
    let groups = reach::groups(actor);
    let mut figures = Figures::default();
    let id = organization.id;
    let capabilities = &organization.capabilities;
    if seen.customers {
        let (customers, subscriptions) = match &groups {
            Some(groups) => tally::of_groups(db, id, groups, now).await?,
            None => (
                tally::customers(db, id, now).await?,
                tally::subscriptions(db, id, now).await?,
            ),
        };
        figures.customers = Some(customers);
        figures.subscriptions = Some(subscriptions);
    }
    if seen.partners {
        let (to_resellers, to_customers) = open_requests(db, id, groups.as_deref(), now).await?;
        figures.requests_to_customers = Some(to_customers);
        if capabilities.state(Capability::IndirectProvider).is_some() {
            figures.requests_to_resellers = Some(to_resellers);
            figures.partners = Some(partners(db, id, now).await?);
        } else if capabilities.state(Capability::IndirectReseller).is_some() {
            figures.partners = Some(partners(db, id, now).await?);
        }
    }
    if seen.grants {
        figures.granted_partners = Some(granted_partners(db, id, now).await?);
    }
    if seen.subscriptions {
        figures.subscriptions = Some(subscriptions_of(db, id, now).await?);
    }
    if seen.mail {
        figures.organizations = Some(organizations(db).await?);
        let dead =
            sqlx::query_scalar!(r#"select count(*) as "count!" from mail where status = 'dead'"#);
        figures.dead_mails = Some(count(dead.fetch_one(&mut *db).await.map_err(failed)?));
    }
    Ok(figures)
}

/// Requests that wait for an answer: to resellers, and to customers.
async fn open_requests(
    db: &mut PgConnection,
    id: OrganizationId,
    groups: Option<&[Uuid]>,
    now: Timestamp,
) -> PortalResult<(u64, u64)> {
    sqlx::query!(
        r#"select count(*) filter (where kind = 'partnership') as "to_resellers!",
              count(*) filter (where kind <> 'partnership') as "to_customers!"
           from invitation where organization_id = $1 and invitation_is_open(status, expires_at, $2)
               and reaches_request($3, kind, body)"#,
        id.into_uuid(),
        now,
        groups as _,
    )
    .fetch_one(&mut *db)
    .await
    .map(|row| (count(row.to_resellers), count(row.to_customers)))
    .map_err(failed)
}

/// The partners that can act for a customer.
async fn granted_partners(
    db: &mut PgConnection,
    customer: OrganizationId,
    now: Timestamp,
) -> PortalResult<u64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from relationship r where customer_id = $1 and relationship_holds(r, $2)"#,
        customer.into_uuid(),
        now,
    )
    .fetch_one(&mut *db)
    .await
    .map(count)
    .map_err(failed)
}

/// The subscriptions that a customer has and that are active by now.
async fn subscriptions_of(
    db: &mut PgConnection,
    customer: OrganizationId,
    now: Timestamp,
) -> PortalResult<u64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from subscription s
           where customer_id = $1 and status = 'active' and subscription_status(s, $2) = 'active'"#,
        customer.into_uuid(),
        now,
    )
    .fetch_one(&mut *db)
    .await
    .map(count)
    .map_err(failed)
}

async fn partners(db: &mut PgConnection, id: OrganizationId, now: Timestamp) -> PortalResult<u64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from partnership
           where (provider_id = $1 or reseller_id = $1) and status <> 'ended' and (ends_at is null or ends_at > $2)"#,
        id.into_uuid(),
        now,
    )
    .fetch_one(&mut *db)
    .await
    .map(count)
    .map_err(failed)
}

/// The number of all organizations. Counting the index of a million of them takes the operator's overview 50 ms.
async fn organizations(db: &mut PgConnection) -> PortalResult<u64> {
    sqlx::query_scalar!(r#"select count(*) as "count!" from organization"#)
        .fetch_one(&mut *db)
        .await
        .map(count)
        .map_err(failed)
}
