//! Requests for orders: those that wait for this organization, and those of its own that wait for others.

use sqlx::PgConnection;
use tierline_app::{overview::model::Waiting, portal::PortalResult};
use tierline_core::{Timestamp, actor::Actor, organization::Organization};

use crate::{
    list::reach,
    organization::query::{failed, party},
};

/// A provider answers what waits for it, and a customer what it is asked about; a reseller waits for both.
pub(super) async fn waiting(
    db: &mut PgConnection,
    organization: &Organization,
    actor: &Actor,
    now: Timestamp,
    (for_us, for_others): (&mut Vec<Waiting>, &mut Vec<Waiting>),
) -> PortalResult<()> {
    let groups = reach::groups(actor);
    let rows = sqlx::query!(
        r#"select q.id, q.asked_at, q.lapses_at, q.reseller_id = $1 as "is_own!",
              c.id as customer_id, c.name as customer, s.id as reseller_id, s.name as reseller,
              case q.status when 'waiting_for_customer' then c.id else p.id end as "next_id!",
              case q.status when 'waiting_for_customer' then c.name else p.name end as "next!"
           from order_request q
           join organization c on c.id = q.customer_id
           join organization s on s.id = q.reseller_id
           join organization p on p.id = q.provider_id
           where q.lapses_at > $2 and (
              q.customer_id = $1 and q.status = 'waiting_for_customer'
              or (q.provider_id = $1 and q.status = 'waiting_for_provider'
                  or q.reseller_id = $1 and q.status in ('waiting_for_customer', 'waiting_for_provider'))
                 and exists (select from relationship r
                    where r.partner_id = $1 and r.customer_id = q.customer_id and relationship_holds(r, $2)
                      and ($3::uuid[] is null or r.groups && $3)))
           order by q.asked_at limit $4"#,
        organization.id.into_uuid(),
        now,
        groups as _,
        super::LISTED,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    for row in rows {
        let (request, since, lapses) = (row.id.into(), row.asked_at, row.lapses_at);
        let customer = party(row.customer_id, &row.customer)?;
        if row.is_own {
            for_others.push(Waiting::OrderRequestSent {
                request,
                to: party(row.next_id, &row.next)?,
                customer,
                since,
                lapses,
            });
        } else {
            for_us.push(Waiting::OrderRequestForUs {
                request,
                from: party(row.reseller_id, &row.reseller)?,
                customer,
                since,
                lapses,
            });
        }
    }
    Ok(())
}
