//! The list of customers.

use std::collections::HashMap;

use sqlx::{PgConnection, types::Json};
use tierline_app::{
    customer::model::{CustomerRow, CustomersPage},
    error::PortalError,
    list::model::{ListQuery, Page},
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    ids::OrganizationId,
    organization::Party,
    relationship::{Grant, Relationship},
};
use uuid::Uuid;

use super::co_serving;
use crate::{
    list as page,
    list::{LIMIT, Place, count, tally},
    organization::{
        query as load,
        query::{failed, party},
    },
    partnership::query as partner,
    pipeline::Read,
};

/// The customers of the signed-in partner, by name.
pub(crate) async fn customers(read: &mut Read, query: ListQuery) -> PortalResult<CustomersPage> {
    let now = read.now();
    let actor = read.actor()?;
    let organization = load::organization(read.db(), actor.organization).await?;
    if !organization.capabilities.is_partner() {
        return Err(PortalError::NotFound);
    }
    access::authorize_own(&organization, &actor, Action::ViewCustomers)?;
    let wanted = Wanted {
        partner: organization.id.into_uuid(),
        // What is no id is nobody's.
        other: (!query.filter.is_empty()).then(|| query.filter.parse().unwrap_or_default()),
        search: page::typed(&query.search),
        now,
    };
    let total = total(read.db(), &wanted).await?;
    let found = match page::sorting(&query.sort, "name") {
        ("since", descending) => {
            let place = Place::<Timestamp>::of(&query.cursor, descending);
            let rows = by_since(read.db(), &wanted, &place).await?;
            place.page(rows, total, |row: &Row| (row.body.since, row.id))
        }
        (_, descending) => {
            let place = Place::<String>::of(&query.cursor, descending);
            let rows = by_name(read.db(), &wanted, &place).await?;
            place.page(rows, total, |row: &Row| (row.key.clone(), row.id))
        }
    };
    let subscriptions = subscriptions(read.db(), organization.id, &found.rows).await?;
    let ids: Vec<Uuid> = found.rows.iter().map(|row| row.id).collect();
    let mut others = co_serving::of_relationships(read.db(), &ids, now).await?;
    let rows = found
        .rows
        .into_iter()
        .map(|row| row.shown(&subscriptions, &mut others))
        .collect::<PortalResult<_>>()?;
    let choices = partner::choices(read.db(), organization.id, None).await?;
    Ok(CustomersPage {
        customers: Page {
            rows,
            total: found.total,
            next: found.next,
            previous: found.previous,
        },
        partners: choices.into_iter().map(|(choice, _)| choice).collect(),
        organization,
        actor,
    })
}

/// Which customers are wanted, and when.
struct Wanted {
    partner: Uuid,
    other: Option<Uuid>,
    search: String,
    now: Timestamp,
}

struct Row {
    id: Uuid,
    key: String,
    body: Json<Relationship>,
    customer_id: Uuid,
    customer: String,
    domain: String,
    country: String,
}

impl Row {
    fn shown(
        self,
        subscriptions: &HashMap<Uuid, (u64, u64)>,
        other_partners: &mut HashMap<Uuid, Vec<Party>>,
    ) -> PortalResult<CustomerRow> {
        let (subscriptions, licenses) = subscriptions
            .get(&self.customer_id)
            .copied()
            .unwrap_or_default();
        Ok(CustomerRow {
            party: party(self.customer_id, &self.customer)?,
            domain: self.domain,
            country: self.country.parse().map_err(failed)?,
            side: self.body.side,
            since: self.body.since,
            other_partners: other_partners.remove(&self.id).unwrap_or_default(),
            subscriptions,
            licenses,
        })
    }
}

/// One piece of the list. Each choice of filter, order and direction is a statement of its own, so that each is
/// planned for the one index that has its rows in order.
macro_rules! rows {
    ($from:literal, $id:literal, $filter:literal, $key:literal, $beyond:literal, $order:literal, $($argument:expr),+) => {
        sqlx::query_as!(
            Row,
            "with piece as (select " + $id + " as id, customer_key, since from " + $from
                + " and (" + $key + ", " + $id + ") " + $beyond + " ($2, $3) " + $filter
                + " order by " + $key + $order + ", " + $id + $order + r#" limit $4)
               select r.id, p.customer_key as "key!", r.body as "body: Json<Relationship>", r.customer_id,
                  c.name as customer, c.domain, c.country
               from piece p
               join relationship r on r.partner_id = $1 and r.id = p.id
               join organization c on c.id = r.customer_id
               order by "# + "p." + $key + $order + ", p.id" + $order,
            $($argument),+
        )
    };
}

/// All customers of the partner.
macro_rules! of_all {
    ($filter:literal, $($rest:tt)+) => {
        rows!("relationship where partner_id = $1 and status = 'active'", "id", $filter, $($rest)+)
    };
}

/// Those that it serves together with another partner, which is the fifth argument; the sixth says when.
macro_rules! of_both {
    ($filter:literal, $($rest:tt)+) => {
        rows!(
            "served_together where partner_id = $1 and other_id = $5 and (until is null or until > $6)",
            "relationship_id", $filter, $($rest)+
        )
    };
}

/// The same for every filter. A search is for the beginning of the name or of the domain: a range of each index,
/// whose end is the beginning followed by the last of all characters.
macro_rules! filtered {
    ($pool:expr, $wanted:expr, $key:literal, $beyond:literal, $order:literal, $at:expr, $id:expr) => {{
        let (search, partner, now) = ($wanted.search.as_str(), $wanted.partner, $wanted.now);
        match ($wanted.other, search.is_empty()) {
            (None, true) => of_all!("", $key, $beyond, $order, partner, $at, $id, LIMIT).fetch_all($pool).await,
            (Some(other), true) => {
                of_both!("", $key, $beyond, $order, partner, $at, $id, LIMIT, other, now).fetch_all($pool).await
            }
            (None, false) => {
                of_all!(
                    "and (customer_key >= lower($5) and customer_key < lower($5) || U&'\\+10FFFF'
                       or customer_domain >= lower($5) and customer_domain < lower($5) || U&'\\+10FFFF')",
                    $key, $beyond, $order, partner, $at, $id, LIMIT, search
                )
                .fetch_all($pool)
                .await
            }
            (Some(other), false) => {
                of_both!(
                    "and (customer_key >= lower($7) and customer_key < lower($7) || U&'\\+10FFFF'
                       or customer_domain >= lower($7) and customer_domain < lower($7) || U&'\\+10FFFF')",
                    $key, $beyond, $order, partner, $at, $id, LIMIT, other, now, search
                )
                .fetch_all($pool)
                .await
            }
        }
        .map_err(failed)
    }};
}

async fn by_name(
    db: &mut PgConnection,
    wanted: &Wanted,
    place: &Place<String>,
) -> PortalResult<Vec<Row>> {
    if place.descending {
        filtered!(
            db,
            wanted,
            "customer_key",
            "<",
            " desc",
            &place.key,
            place.id
        )
    } else {
        filtered!(
            db,
            wanted,
            "customer_key",
            ">",
            " asc",
            &place.key,
            place.id
        )
    }
}

async fn by_since(
    db: &mut PgConnection,
    wanted: &Wanted,
    place: &Place<Timestamp>,
) -> PortalResult<Vec<Row>> {
    if place.descending {
        filtered!(db, wanted, "since", "<", " desc", place.key, place.id)
    } else {
        filtered!(db, wanted, "since", ">", " asc", place.key, place.id)
    }
}

/// How many there are. Only a search is counted; the rest is kept.
async fn total(db: &mut PgConnection, wanted: &Wanted) -> PortalResult<u64> {
    let partner = OrganizationId::from_uuid(wanted.partner);
    let found = match (wanted.other, wanted.search.is_empty()) {
        (None, true) => return tally::customers(db, partner).await,
        (Some(other), true) => {
            return tally::shared_customers(db, partner, other, wanted.now).await;
        }
        (None, false) => {
            sqlx::query_scalar!(
                r#"select count(*) as "count!" from relationship where partner_id = $1 and status = 'active'
                      and (customer_key >= lower($2) and customer_key < lower($2) || U&'\+10FFFF'
                        or customer_domain >= lower($2) and customer_domain < lower($2) || U&'\+10FFFF')"#,
                wanted.partner,
                wanted.search,
            )
            .fetch_one(&mut *db)
            .await
        }
        (Some(other), false) => {
            sqlx::query_scalar!(
                r#"select count(*) as "count!" from served_together
                   where partner_id = $1 and other_id = $3 and (until is null or until > $4)
                      and (customer_key >= lower($2) and customer_key < lower($2) || U&'\+10FFFF'
                        or customer_domain >= lower($2) and customer_domain < lower($2) || U&'\+10FFFF')"#,
                wanted.partner,
                wanted.search,
                other,
                wanted.now,
            )
            .fetch_one(&mut *db)
            .await
        }
    };
    found.map(count).map_err(failed)
}

/// Active subscriptions and the licenses in them that the partner may see, for the customers on one page.
async fn subscriptions(
    db: &mut PgConnection,
    partner: OrganizationId,
    rows: &[Row],
) -> PortalResult<HashMap<Uuid, (u64, u64)>> {
    let (customers, administered): (Vec<Uuid>, Vec<bool>) = rows
        .iter()
        .map(|row| (row.customer_id, row.body.grants(Grant::Administer)))
        .unzip();
    let sums = sqlx::query!(
        r#"select s.customer_id, count(*) as "subscriptions!", sum(s.quantity)::bigint as "licenses!"
           from unnest($2::uuid[], $3::bool[]) as wanted(customer_id, administered)
           join subscription s on s.customer_id = wanted.customer_id
           where s.status = 'active' and (wanted.administered or s.partner_id = $1 or s.partner_of_record_id = $1)
           group by s.customer_id"#,
        partner.into_uuid(),
        &customers,
        &administered,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    Ok(sums
        .into_iter()
        .map(|sum| {
            (
                sum.customer_id,
                (count(sum.subscriptions), count(sum.licenses)),
            )
        })
        .collect())
}
