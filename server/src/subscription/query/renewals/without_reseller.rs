//! What a provider has ordered that has no partner of record.

use sqlx::PgConnection;
use tierline_app::{
    portal::PortalResult,
    subscription::{
        list::renewals::NOBODY,
        model::{Counted, Viewer},
    },
};

use super::{COUNTED, Visible, nothing};
use crate::{
    list::{count, reach, source::Part},
    organization::query::failed,
};

impl Visible {
    /// How many of a provider's have no partner of record, up to some; by the conditions of the list that shows them.
    pub(super) async fn without_reseller(&self, db: &mut PgConnection) -> PortalResult<Counted> {
        if self.viewer != Viewer::Provider {
            return Ok(Counted::default());
        }
        let groups = reach::groups(&self.actor);
        let found = sqlx::query_scalar!(
            r#"select count(*) as "count!" from (
                 select from renewal
                 where organization_id = $1 and reseller_id is null and outlook <> 'expired'
                   and ($2::uuid[] is null or groups && $2) and exists (select from relationship r
                     where r.partner_id = renewal.organization_id and r.customer_id = renewal.customer_id
                       and r.status = 'active'
                       and (renewal.is_own or r.body #>> '{grants,administer,state}' = 'in_force')
                       and (r.ends_at is null or r.ends_at > $4
                         or subscription_known(r, renewal.subscription_id, $4)) offset 0)
                 limit $3) found"#,
            self.organization.id.as_uuid(),
            groups.as_deref(),
            COUNTED + 1,
            self.now,
        )
        .fetch_one(db)
        .await
        .map_err(failed)?;
        Ok(Counted {
            count: count(found.min(COUNTED)),
            is_at_least: found > COUNTED,
        })
    }
}

/// What goes on without a partner of record.
pub(super) fn filtered(value: &str) -> Vec<Part> {
    match value {
        NOBODY => vec![Part::Sql("reseller_id is null and outlook <> 'expired'")],
        _ => nothing(),
    }
}
