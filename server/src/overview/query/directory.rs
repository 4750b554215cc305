//! What waits of the directory: messages that ask to partner, and changes of listings.

use sqlx::PgConnection;
use tierline_app::{overview::model::Waiting, portal::PortalResult};
use tierline_core::{directory::Promise, organization::Organization};

use crate::{
    list::count,
    organization::query::{failed, party},
    settings,
};

/// Messages that ask to partner: those to a provider are its tasks, those of a reseller wait for providers.
pub(super) async fn asks(
    db: &mut PgConnection,
    organization: &Organization,
    for_us: &mut Vec<Waiting>,
    for_others: &mut Vec<Waiting>,
) -> PortalResult<()> {
    let rows = sqlx::query!(
        r#"(select a.id as "id!", a.asked_at as "since!", o.id as "other_id!", o.name as "other!", true as "received!"
            from partner_ask a join organization o on o.id = a.reseller_id
            where a.provider_id = $1 and a.status = 'waiting' order by a.asked_at limit $2)
           union all
           (select a.id, a.asked_at, o.id, o.name, false
            from partner_ask a join organization o on o.id = a.provider_id
            where a.reseller_id = $1 and a.status = 'waiting' order by a.asked_at limit $2)"#,
        organization.id.into_uuid(),
        super::ASKED,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    for row in rows {
        let (ask, other, since) = (row.id.into(), party(row.other_id, &row.other)?, row.since);
        if row.received {
            for_us.push(Waiting::AskForUs {
                ask,
                from: other,
                since,
            });
        } else {
            for_others.push(Waiting::AskSent {
                ask,
                to: other,
                since,
            });
        }
    }
    Ok(())
}

/// A change of the own listing that the operator has not decided on.
pub(super) async fn listing_change(
    db: &mut PgConnection,
    organization: &Organization,
    for_others: &mut Vec<Waiting>,
) -> PortalResult<()> {
    let since = sqlx::query_scalar!(
        r#"select proposed_at as "since!" from listing where provider_id = $1 and proposal_state = 'submitted'"#,
        organization.id.into_uuid(),
    )
    .fetch_optional(&mut *db)
    .await
    .map_err(failed)?;
    if let Some(since) = since {
        let settings = settings::without_options(db).await.map_err(failed)?;
        for_others.push(Waiting::ListingChange {
            since,
            promised: Promise::of(since, &settings).late,
        });
    }
    Ok(())
}

/// For the operator: how many changes of listings wait.
pub(super) async fn listing_changes(
    db: &mut PgConnection,
    for_us: &mut Vec<Waiting>,
) -> PortalResult<()> {
    let waiting = sqlx::query!(
        r#"select count(*) as "count!", min(proposed_at) as since from listing where proposal_state = 'submitted'"#
    )
    .fetch_one(&mut *db)
    .await
    .map_err(failed)?;
    if let Some(since) = waiting.since {
        let settings = settings::without_options(db).await.map_err(failed)?;
        for_us.push(Waiting::ListingChanges {
            count: count(waiting.count),
            since,
            promised: Promise::of(since, &settings).late,
        });
    }
    Ok(())
}
