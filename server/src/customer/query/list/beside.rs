//! What a partner's list of customers says beside its rows, in one statement.

use sqlx::{PgConnection, types::Json};
use tierline_app::portal::PortalResult;
use tierline_core::{Timestamp, actor::Actor, group::CustomerGroup, organization::Organization};
use uuid::Uuid;

use crate::{
    invitation::query::kinds,
    list::{count, reach},
    organization::query::failed,
};

/// More requests than these are not counted.
const COUNTED: i64 = 10_000;

/// What is said.
#[derive(Debug)]
pub(super) struct Beside {
    /// All customers, or all that the partner serves together with the other one; without those whose relationship or
    /// notice period is over and no job has written that down.
    pub customers: u64,
    /// The partner's groups that the reader may know, by name; core keeps them few.
    pub groups: Vec<CustomerGroup>,
    /// The requests to customers in the reader's reach that wait for an answer.
    pub open_requests: u64,
}

impl Beside {
    pub(super) async fn load(
        db: &mut PgConnection,
        (organization, actor): (&Organization, &Actor),
        other: Option<Uuid>,
        now: Timestamp,
    ) -> PortalResult<Beside> {
        let reached = reach::groups(actor);
        let row = sqlx::query!(
            r#"select case when $3::uuid is null then
                  (select coalesce(sum(amount), 0)::bigint from tally
                      where organization_id = $1 and what = 'customers' and other_id is null)
                  - (select count(*) from relationship r where r.partner_id = $1 and r.status = 'active'
                      and r.ends_at is not null and r.ends_at <= $2 and not relationship_holds(r, $2))
               else
                  (select coalesce(sum(amount), 0)::bigint from tally
                      where organization_id = $1 and what = 'customers' and other_id = $3)
                  - (select count(*) from served_together
                      where partner_id = $1 and other_id = $3 and until <= $2)
               end as "customers!",
               (select coalesce(jsonb_agg(g.body order by g.name, g.id), '[]') from customer_group g
                  where g.partner_id = $1 and g.removed_at is null) as "groups!: Json<Vec<CustomerGroup>>",
               (select count(*) from (select from invitation i
                  where i.organization_id = $1 and i.kind = any($4) and invitation_is_open(i.status, i.expires_at, $2)
                     and ($5::uuid[] is null or reaches_request($5, i.kind, i.body)) limit $6) open) as "open!""#,
            organization.id.as_uuid(),
            now,
            other,
            &kinds(true),
            reached.as_deref(),
            COUNTED,
        )
        .fetch_one(db)
        .await
        .map_err(failed)?;
        let mut groups = row.groups.0;
        groups.retain(|group| actor.reach().includes([group.id]));
        Ok(Beside {
            customers: count(row.customers),
            groups,
            open_requests: count(row.open),
        })
    }
}
