//! With whom a partner deals, by country: how many, and the first of them by name.

use std::collections::BTreeMap;

use sqlx::PgConnection;
use tierline_core::{
    Timestamp, enrollment::Dealings, ids::OrganizationId, market::Country, organization::Party,
};
use uuid::Uuid;

use crate::store::decoded;

struct Row {
    country: String,
    total: i64,
    id: Uuid,
    name: String,
}

/// The partners with which it has a partnership that is not over.
pub(crate) async fn partners(
    db: &mut PgConnection,
    of: OrganizationId,
    now: Timestamp,
) -> Result<Vec<Dealings>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        r#"with dealing as (
               select reseller_id as id from partnership
                   where provider_id = $1 and status <> 'ended' and (ends_at is null or ends_at > $2)
               union
               select provider_id from partnership
                   where reseller_id = $1 and status <> 'ended' and (ends_at is null or ends_at > $2)
           ), placed as (
               select o.country, o.id, o.name, count(*) over (partition by o.country) as total,
                   row_number() over (partition by o.country order by o.sort_key, o.id) as place
               from dealing d join organization o on o.id = d.id
           )
           select country as "country!", total as "total!", id as "id!", name as "name!"
           from placed where place <= 5 order by country, place"#,
        of.as_uuid(),
        now,
    )
    .fetch_all(db)
    .await?;
    by_country(rows)
}

/// Its customers. Their countries are counted along an index; only the first ones of each are looked at.
pub(crate) async fn customers(
    db: &mut PgConnection,
    of: OrganizationId,
) -> Result<Vec<Dealings>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        r#"with counted as (
               select customer_country as country, count(*) as total from relationship
               where partner_id = $1 and status = 'active' group by customer_country
           )
           select c.country as "country!", c.total as "total!", f.customer_id as "id!", f.customer_name as "name!"
           from counted c cross join lateral (
               select r.customer_id, r.customer_name, r.customer_key from relationship r
               where r.partner_id = $1 and r.status = 'active' and r.customer_country = c.country
               order by r.customer_key, r.id limit 5
           ) f
           order by c.country, f.customer_key, f.customer_id"#,
        of.as_uuid(),
    )
    .fetch_all(db)
    .await?;
    by_country(rows)
}

fn by_country(rows: Vec<Row>) -> Result<Vec<Dealings>, sqlx::Error> {
    let mut found: BTreeMap<String, Dealings> = BTreeMap::new();
    for row in rows {
        let country: Country = decoded(row.country.parse())?;
        let party = Party {
            id: row.id.into(),
            name: decoded(row.name.parse())?,
        };
        let dealings = found.entry(row.country).or_insert_with(|| Dealings {
            country,
            total: row.total.unsigned_abs(),
            first: Vec::new(),
        });
        dealings.first.push(party);
    }
    Ok(found.into_values().collect())
}
