//! The sums of a statement, by one statement of SQL: of everything, and of the customers and subscriptions on a page.

use sqlx::PgConnection;
use tierline_app::{
    portal::PortalResult,
    subscription::model::statement::{StatementLine, Sum},
};
use tierline_core::{
    ids::{OrganizationId, SubscriptionId},
    market::Currency,
    money::Money,
    subscription::Total,
};
use uuid::Uuid;

use super::{Scope, Visible};
use crate::{list::count, organization::query::failed};

/// The sums, and the number of lines that they are of.
pub(super) struct Sums {
    pub groups: Vec<Sum>,
    pub totals: Vec<Total>,
    pub lines: u64,
}

/// The sums of everything in the scope, and of what these lines are about.
pub(super) async fn of(
    db: &mut PgConnection,
    visible: &Visible,
    scope: &Scope,
    lines: &[StatementLine],
) -> PortalResult<Sums> {
    let customers: Vec<Uuid> = distinct(lines, |line| line.customer.id.into_uuid());
    let subscriptions: Vec<Uuid> = distinct(lines, |line| line.charge.subscription.into_uuid());
    let rows = sqlx::query!(
        r#"select shown.customer_id as "customer?", shown.id as "subscription?", c.currency as "currency!",
              coalesce(sum(c.amount) filter (where c.amount >= 0), 0)::bigint as "charged!",
              coalesce(sum(c.amount) filter (where c.amount < 0), 0)::bigint as "credited!",
              count(*) as "lines!"
           from subscriptions_shown($1, $2, $3, $4, $5, $10) shown
           join charge c on c.subscription_id = shown.id and c.at >= $6 and c.at < $7
           group by grouping sets
              ((shown.customer_id, shown.id, c.currency), (shown.customer_id, c.currency), (c.currency))
           having grouping(shown.customer_id) = 1
              or (grouping(shown.id) = 1 and shown.customer_id = any($8))
              or shown.id = any($9)
           order by c.currency"#,
        visible.is_customer(),
        visible.organization.id.into_uuid(),
        visible.reach.as_deref() as _,
        scope.customer(),
        scope.reseller(),
        scope.starts,
        scope.ends,
        &customers,
        &subscriptions,
        visible.now,
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    let mut sums = Sums {
        groups: Vec::new(),
        totals: Vec::new(),
        lines: 0,
    };
    for row in rows {
        let currency = Currency::parse(&row.currency).map_err(failed)?;
        let amount = |minor| Money::new(minor, currency);
        let total = Total::of(amount(row.charged), amount(row.credited)).map_err(failed)?;
        match row.customer {
            Some(customer) => sums.groups.push(Sum {
                customer: OrganizationId::from_uuid(customer),
                subscription: row.subscription.map(SubscriptionId::from_uuid),
                total,
            }),
            None => {
                sums.totals.push(total);
                sums.lines = sums.lines.saturating_add(count(row.lines));
            }
        }
    }
    Ok(sums)
}

fn distinct(lines: &[StatementLine], id: fn(&StatementLine) -> Uuid) -> Vec<Uuid> {
    let mut ids: Vec<Uuid> = lines.iter().map(id).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}
