//! What waits for an organization, in numbers: asked for each page that is loaded, so by indexes and with a limit.

use sqlx::PgPool;
use tierline_app::{account::model::SessionInfo, shell::Waits};
use tierline_core::{Timestamp, access::Action, organization::Capability, permission::SubjectKind};

use super::{EXPIRED_FOR, LISTED};
use crate::{
    agreement::query as agreement,
    list::{count, reach},
    review::query::waiting as cases,
};

/// The number of items on the overview of the session's user that need action, and how many of them concern the page
/// of each entry of the navigation.
pub(crate) async fn waits(
    pool: &PgPool,
    session: &SessionInfo,
    now: Timestamp,
) -> Result<Waits, sqlx::Error> {
    let Some(own) = &session.organization else {
        return Ok(Waits::default());
    };
    let may = |action| session.may(action, SubjectKind::Own);
    let (partners, grants) = (may(Action::ViewPartners), may(Action::ViewGrants));
    let mails = session.may(Action::ManageMail, SubjectKind::Program);
    let listings = session.may(Action::ReviewListings, SubjectKind::Program);
    let groups = session.actor().as_ref().and_then(reach::groups);
    let row = sqlx::query!(
        r#"select
              (select count(*) from (select from mail where status = 'dead' and $6 limit $7) dead) as "dead!",
              (select count(*) from (select from partner_ask
                  where provider_id = $1 and $4 and status = 'waiting' limit $7) asking) as "asking!",
              (select count(*) from (select from order_request q
                  where $11 and q.lapses_at > $2 and (q.customer_id = $1 and q.status = 'waiting_for_customer'
                     or q.provider_id = $1 and q.status = 'waiting_for_provider' and exists (select from relationship r
                        where r.partner_id = $1 and r.customer_id = q.customer_id and relationship_holds(r, $2)
                          and ($10::uuid[] is null or r.groups && $10))) limit $7) requesting) as "requesting!",
              (select count(*) from (select from listing
                  where $9 and proposal_state = 'submitted' limit $7) proposed) as "proposed!",
              (select count(*) from (select from invitation
                  where addressee_id = $1 and ($4 or $5) and invitation_is_open(status, expires_at, $2) limit $7) asked
              ) as "asked!",
              (select count(*) from (select from partnership
                  where (provider_id = $1 or reseller_id = $1) and $4 and status = 'ending' and ends_at > $2
                      and (body -> 'state' ->> 'by')::uuid <> $1 limit $7) ending) as "ending!",
              (select count(*) from enrollment where organization_id = $1 and $8 and turn = 'applicant') as "enrolling!",
              count(own) filter (where own.kind = 'partnership') as "to_resellers!",
              count(own) filter (where own.kind <> 'partnership') as "to_customers!"
           from (
              (select kind from invitation where organization_id = $1 and $4 and status = 'draft'
                   and reaches_request($10, kind, body) limit $7)
              union all
              (select kind from invitation
               where organization_id = $1 and $4 and status = 'expired' and expires_at > $3
                   and reaches_request($10, kind, body) limit $7)
              union all
              (select kind from invitation
               where organization_id = $1 and $4 and status in ('sent', 'opened')
                   and expires_at <= $2 and expires_at > $3 and reaches_request($10, kind, body) limit $7)
           ) own"#,
        own.id.into_uuid(),
        now,
        now - EXPIRED_FOR,
        partners,
        grants,
        mails,
        LISTED,
        may(Action::Enroll),
        listings,
        groups as _,
        may(Action::ViewOrderRequests),
    )
    .fetch_one(pool)
    .await?;
    let is_partner = own.capabilities.is_partner();
    let is_reseller = own
        .capabilities
        .state(Capability::IndirectReseller)
        .is_some();
    let (asked, ending) = (count(row.asked), count(row.ending));
    let (to_resellers, to_customers) = (count(row.to_resellers), count(row.to_customers));
    let dead = count(row.dead);
    let unmet = if is_partner {
        agreement::unmet(&mut *pool.acquire().await?, own.id, now).await?
    } else {
        0
    };
    let cases = cases(pool, session, LISTED).await?;
    let (asking, proposed) = (count(row.asking), count(row.proposed));
    Ok(Waits {
        overview: asked
            + ending
            + to_resellers
            + to_customers
            + asking
            + count(row.requesting)
            + u64::from(proposed > 0)
            + u64::from(dead > 0)
            + count(row.enrolling)
            + unmet,
        customers: to_customers,
        partners: ending + to_resellers + asking + if is_reseller { asked } else { 0 },
        grants: if is_partner { 0 } else { asked },
        mails: dead,
        cases,
        listings: proposed,
    })
}
