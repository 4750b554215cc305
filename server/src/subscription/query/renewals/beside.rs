//! What the page of renewals says beside its rows, in one statement.

use chrono::{Datelike as _, Months, NaiveDate};
use serde::Deserialize;
use sqlx::{PgConnection, types::Json};
use tierline_app::{
    portal::PortalResult,
    subscription::model::{Counted, MonthOfRenewals, NamedProduct, Viewer},
};
use tierline_core::{Timestamp, ids::SkuId};

use super::{Visible, midnight};
use crate::{
    list::{count, reach},
    organization::query::failed,
};

/// So many months are on the page, from the present one on.
const MONTHS: u32 = 12;

/// What ends in a month, or has no partner of record, is counted up to here.
const COUNTED: i64 = 1_000;

/// What is said.
pub(super) struct Beside {
    /// How many end in each of the next months, up to some.
    pub months: Vec<MonthOfRenewals>,
    /// The products to filter by.
    pub products: Vec<NamedProduct>,
    /// How many of a provider's have no partner of record, up to some.
    pub without_reseller: Counted,
}

#[derive(Debug, Deserialize)]
struct Month {
    starts: Timestamp,
    count: i64,
}

#[derive(Debug, Deserialize)]
struct Product {
    sku: SkuId,
    name: String,
}

impl Visible {
    /// Numbers are by the conditions of the lists to which they lead. Each product is a step in an index, however many
    /// subscriptions have it.
    pub(super) async fn beside(&self, db: &mut PgConnection) -> PortalResult<Beside> {
        let borders = borders(self.now);
        let ends = borders.get(1..).unwrap_or_default();
        let starts = borders.get(..ends.len()).unwrap_or_default();
        let groups = reach::groups(&self.actor);
        let row = sqlx::query!(
            r#"with recursive step (sku) as (
                 (select sku_id from renewal
                  where organization_id = $1 and ($4::uuid[] is null or groups && $4) order by sku_id limit 1)
                 union all
                 select (select sku_id from renewal
                    where organization_id = $1 and ($4::uuid[] is null or groups && $4) and sku_id > step.sku
                    order by sku_id limit 1)
                 from step where step.sku is not null)
               select (select coalesce(jsonb_agg(jsonb_build_object('starts', month.starts, 'count',
                     (select count(*) from (
                        select from renewal
                        where organization_id = $1 and at >= month.starts and at < month.ends
                          and ($5 or (($4::uuid[] is null or groups && $4) and exists (select from relationship r
                            where r.partner_id = renewal.organization_id and r.customer_id = renewal.customer_id
                              and r.status = 'active'
                              and (renewal.is_own or r.body #>> '{grants,administer,state}' = 'in_force')
                              and (r.ends_at is null or r.ends_at > $7
                                or subscription_known(r, renewal.subscription_id, $7)) offset 0)))
                        limit $6) found)) order by month.starts), '[]')
                  from unnest($2::timestamptz[], $3::timestamptz[]) as month (starts, ends))
                  as "months!: Json<Vec<Month>>",
                  (select coalesce(jsonb_agg(jsonb_build_object('sku', named.sku_id, 'name', named.name)
                     order by named.sort_key, named.sku_id), '[]')
                  from (select p.sku_id, p.name, p.sort_key from step join product p on p.sku_id = step.sku
                     order by p.sort_key, p.sku_id limit 200) named) as "products!: Json<Vec<Product>>",
                  case when $8 then (select count(*) from (
                     select from renewal
                     where organization_id = $1 and reseller_id is null and outlook <> 'expired'
                       and ($4::uuid[] is null or groups && $4) and exists (select from relationship r
                         where r.partner_id = renewal.organization_id and r.customer_id = renewal.customer_id
                           and r.status = 'active'
                           and (renewal.is_own or r.body #>> '{grants,administer,state}' = 'in_force')
                           and (r.ends_at is null or r.ends_at > $7
                             or subscription_known(r, renewal.subscription_id, $7)) offset 0)
                     limit $6) found) else 0 end as "without!""#,
            self.organization.id.as_uuid(),
            starts,
            ends,
            groups.as_deref(),
            self.viewer == Viewer::Customer,
            COUNTED + 1,
            self.now,
            self.viewer == Viewer::Provider,
        )
        .fetch_one(db)
        .await
        .map_err(failed)?;
        let months = row.months.0.into_iter().map(|month| MonthOfRenewals {
            code: month.starts.format("%Y-%m").to_string(),
            starts: month.starts,
            count: count(month.count.min(COUNTED)),
            is_at_least: month.count > COUNTED,
        });
        let products = row.products.0.into_iter().map(|product| NamedProduct {
            sku: product.sku,
            name: product.name,
        });
        Ok(Beside {
            months: months.collect(),
            products: products.collect(),
            without_reseller: Counted {
                count: count(row.without.min(COUNTED)),
                is_at_least: row.without > COUNTED,
            },
        })
    }
}

/// The first moments of this month and of those that follow.
fn borders(now: Timestamp) -> Vec<Timestamp> {
    let day = now.date_naive();
    let first = NaiveDate::from_ymd_opt(day.year(), day.month(), 1);
    let borders = (0..=MONTHS).map_while(|number| {
        let month = first?.checked_add_months(Months::new(number))?;
        Some(midnight(month))
    });
    borders.collect()
}
