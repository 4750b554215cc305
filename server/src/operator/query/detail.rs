//! An organization of the program, for the operator.

use sqlx::PgConnection;
use tierline_app::{error::PortalError, operator::model::OrganizationDetail, portal::PortalResult};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    ids::OrganizationId,
    organization::{Offboard, StandingFacts, lift, offboard, suspend},
    text::Reason,
};

use crate::{
    activity::query::{self as timeline, Reader},
    operator::store,
    organization::{
        query::{failed, organization, profile},
        store as organizations,
    },
    pipeline::Read,
};

/// The organization with this id, and whether it can be suspended.
pub(crate) async fn detail(
    read: &mut Read,
    id: OrganizationId,
) -> PortalResult<OrganizationDetail> {
    let (actor, now) = (read.actor()?, read.now());
    let operator = organization(read, actor.organization).await?;
    access::authorize_on_program(&operator, &actor, Action::ManageOrganizations)?;
    let known = profile(read, id).await?;
    // As the change takes it: a partner that is late with a signature is suspended like every other.
    let recorded = organizations::recorded(read.db(), &[id.into_uuid()], now).await;
    let recorded = recorded
        .map_err(failed)?
        .pop()
        .ok_or(PortalError::NotFound)?;
    let facts = StandingFacts {
        operator: &operator,
        organization: &recorded.stored.value,
    };
    let reason = Reason::parse("asked in advance").map_err(failed)?;
    let (may_suspend, may_lift) = (
        suspend(facts, &reason, &actor, now).map(drop),
        lift(facts, &reason, &actor, now).map(drop),
    );
    let mark = |change| offboard(facts, change, &reason, &actor, now).map(drop);
    let (may_mark, may_take_back) = (
        mark(Offboard::Mark { from: None }),
        mark(Offboard::TakeBack),
    );
    let (users, customers, partnerships) = counts(read.db(), id, now).await?;
    let last_activity = last_activity(read.db(), id).await?;
    let awaited = store::awaited(read.db(), &known.organization).await;
    let awaited = awaited.map_err(failed)?;
    let awaited = awaited.map(|admin| format!("{} ({})", admin.name, admin.address));
    let reader = Reader::of_organization(id);
    let mut history = timeline::of_objects(read.db(), &reader, &[id.into_uuid()]).await?;
    // Earlier entries are asked for as the own organization's.
    history.earlier = None;
    Ok(OrganizationDetail {
        organization: known.organization,
        contact: known.contact,
        since: known.created,
        last_activity,
        users,
        customers,
        partnerships,
        may_suspend,
        may_lift,
        may_mark,
        may_take_back,
        awaited,
        timeline: history,
    })
}

/// The numbers of its users, of its customers and of its partnerships.
async fn counts(
    db: &mut PgConnection,
    id: OrganizationId,
    now: Timestamp,
) -> PortalResult<(u64, u64, u64)> {
    let row = sqlx::query!(
        r#"select (select count(*) from membership where organization_id = $1) as "users!",
              (select count(*) from relationship where partner_id = $1 and status = 'active') as "customers!",
              (select count(*) from partnership where $1 in (provider_id, reseller_id)
                  and (ends_at is null or ends_at > $2)) as "partnerships!""#,
        id.as_uuid(),
        now,
    )
    .fetch_one(db)
    .await
    .map_err(failed)?;
    let count = |number: i64| u64::try_from(number).unwrap_or_default();
    Ok((
        count(row.users),
        count(row.customers),
        count(row.partnerships),
    ))
}

/// When something last happened that concerns it.
async fn last_activity(
    db: &mut PgConnection,
    id: OrganizationId,
) -> PortalResult<Option<Timestamp>> {
    sqlx::query_scalar!(
        "select e.at from event_audience a join event e on e.id = a.event_id
         where a.organization_id = $1 order by a.event_id desc limit 1",
        id.as_uuid()
    )
    .fetch_optional(db)
    .await
    .map_err(failed)
}
