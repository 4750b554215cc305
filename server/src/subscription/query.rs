//! Subscriptions: those of a customer, and the lists that go through all of them.

mod all;
mod bulk;
pub(crate) mod detail;
mod losing;
mod monthly;
pub(crate) mod partners;
mod renewals;
pub(crate) mod statement;

pub(crate) use losing::{Lost, lost};
pub(crate) use renewals::Visible as Renewing;

use std::collections::HashMap;

use sqlx::{PgConnection, types::Json};
use tierline_app::{
    list::model::{ListQuery, Page},
    portal::PortalResult,
    subscription::{
        list::{
            all::AllSubscriptions, bulk::RenewalBulk, renewals::Renewals, statement::StatementLines,
        },
        model::{SubscriptionRow, Subscriptions},
    },
};
use tierline_core::{
    Timestamp,
    ids::{OrganizationId, SkuId, SubscriptionId},
    organization::Party,
    relationship::{Grant, Relationship},
    subscription::Subscription,
};
use uuid::Uuid;

use crate::{
    list::{
        SIZE, count, in_order,
        shown::Entry,
        source::{Part, Sort, SortKey, Source, Total, Wanted},
    },
    organization::{query as load, query::failed},
    subscription::store::overtaken,
};

/// The lists.
pub(crate) const LISTS: &[Entry] = &[
    Entry::of::<AllSubscriptions>(),
    Entry::of::<Renewals>(),
    Entry::of::<RenewalBulk>(),
    Entry::of::<StatementLines>(),
];

/// The subscriptions of a customer that a reader may see: those it has ordered or earns on, those of which it is the
/// contact as long as it `supports` the customer, or `all` for the customer itself and for a partner that administers
/// its subscriptions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seen {
    pub customer: OrganizationId,
    pub reader: OrganizationId,
    pub all: bool,
    pub supports: bool,
}

impl Seen {
    /// What a partner sees by this relationship, which is as of now.
    pub(crate) fn by(relationship: &Relationship) -> Seen {
        Seen {
            customer: relationship.customer,
            reader: relationship.partner,
            all: relationship.grants(Grant::Administer),
            supports: relationship.grants(Grant::Support),
        }
    }

    /// Whether this subscription of the customer is among them.
    pub(crate) fn has(self, it: &Subscription) -> bool {
        let own = [Some(it.partner), it.partner_of_record];
        self.all
            || own.contains(&Some(self.reader))
            || self.supports && it.support_contact == self.reader
    }

    /// What a customer sees: all that is its own.
    pub(crate) const fn own(customer: OrganizationId) -> Seen {
        Seen {
            customer,
            reader: customer,
            all: true,
            supports: true,
        }
    }
}

static SUBSCRIPTIONS: Source = Source {
    from: "subscription s join product p on p.sku_id = s.sku_id",
    id: "s.id",
    search: "p.search",
    index: None,
    sorts: &[Sort {
        name: "product",
        key: SortKey::Text("p.sort_key"),
    }],
    own: "product",
};

/// The first page of them.
pub(crate) async fn first(
    db: &mut PgConnection,
    seen: Seen,
    now: Timestamp,
) -> PortalResult<Subscriptions> {
    page(db, seen, String::new(), now).await
}

/// All of them that are running, for what is told of all; and beside them what time has changed, for [`rows`].
pub(crate) async fn running(
    db: &mut PgConnection,
    seen: Seen,
    now: Timestamp,
) -> PortalResult<(Vec<Subscription>, HashMap<SubscriptionId, Subscription>)> {
    let customer = seen.customer.into_uuid();
    let rows = sqlx::query_scalar!(
        r#"select body as "body: Json<Subscription>" from subscription
           where customer_id = $1 and status in ('active', 'suspended')
              and ($3 or $2 in (partner_id, partner_of_record_id) or $4 and $2 = support_contact_id)"#,
        customer,
        seen.reader.into_uuid(),
        seen.all,
        seen.supports,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    let overtaken = overtaken(db, &[customer], now).await.map_err(failed)?;
    let by_now = |stored: Subscription| overtaken.get(&stored.id).cloned().unwrap_or(stored);
    let running = rows.into_iter().map(|Json(stored)| by_now(stored));
    let running = running.filter(Subscription::is_running).collect();
    Ok((running, overtaken))
}

/// None, for a reader who may see none.
pub(crate) fn none(customer: OrganizationId) -> Subscriptions {
    Subscriptions {
        customer,
        page: Page {
            rows: Vec::new(),
            total: 0,
            is_at_least: false,
            next: None,
            previous: None,
        },
        licenses: 0,
        monthly: Vec::new(),
        review: None,
    }
}

/// A page of them, with the figures: as they are by now, whether or not that is written down.
pub(crate) async fn page(
    db: &mut PgConnection,
    seen: Seen,
    cursor: String,
    now: Timestamp,
) -> PortalResult<Subscriptions> {
    let (customer, reader) = (seen.customer.into_uuid(), seen.reader.into_uuid());
    let mut conditions = vec![vec![Part::Sql("s.customer_id = "), Part::Id(customer)]];
    if !seen.all {
        let among = if seen.supports {
            " in (s.partner_id, s.partner_of_record_id, s.support_contact_id)"
        } else {
            " in (s.partner_id, s.partner_of_record_id)"
        };
        conditions.push(vec![Part::Id(reader), Part::Sql(among)]);
    }
    let query = ListQuery {
        cursor,
        ..ListQuery::default()
    };
    let wanted = Wanted::new(&SUBSCRIPTIONS, &query, conditions);
    let found = wanted.page(db, SIZE).await.map_err(failed)?;
    let overtaken = overtaken(&mut *db, &[customer], now)
        .await
        .map_err(failed)?;
    let by_now: Vec<&Subscription> = overtaken.values().filter(|it| seen.has(it)).collect();
    let ids: Vec<Uuid> = by_now.iter().map(|it| it.id.into_uuid()).collect();
    let all = sqlx::query!(
        r#"select count(*) as "rows!",
              coalesce(sum(quantity) filter (where id <> all($5)), 0)::bigint as "licenses!"
           from subscription
           where customer_id = $1
              and ($3 or $2 in (partner_id, partner_of_record_id) or $4 and $2 = support_contact_id)"#,
        customer,
        reader,
        seen.all,
        seen.supports,
        &ids,
    )
    .fetch_one(&mut *db)
    .await
    .map_err(failed)?;
    let changed = by_now.iter().map(|it| u64::from(it.quantity.get()));
    let licenses = count(all.licenses) + changed.sum::<u64>();
    let rows = rows(&mut *db, seen.customer, &found.rows, &overtaken).await?;
    Ok(Subscriptions {
        customer: seen.customer,
        page: found.with(rows, Total::exactly(count(all.rows))),
        licenses,
        monthly: monthly::costs(&mut *db, seen, &by_now).await?,
        review: load::under_review(db, seen.customer).await?,
    })
}

struct Row {
    id: Uuid,
    body: Json<Subscription>,
    product: String,
}

/// These subscriptions of the customer, in this order.
pub(crate) async fn rows(
    db: &mut PgConnection,
    customer: OrganizationId,
    ids: &[Uuid],
    overtaken: &HashMap<SubscriptionId, Subscription>,
) -> PortalResult<Vec<SubscriptionRow>> {
    let mut rows = sqlx::query_as!(
        Row,
        r#"select s.id, s.body as "body: Json<Subscription>", p.name as product
           from subscription s join product p on p.sku_id = s.sku_id
           where s.customer_id = $1 and s.id = any($2)"#,
        customer.into_uuid(),
        ids,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    for row in &mut rows {
        let Some(by_now) = overtaken.get(&SubscriptionId::from_uuid(row.id)) else {
            continue;
        };
        if by_now.sku != row.body.sku {
            row.product = named(db, by_now.sku).await.map_err(failed)?;
        }
        row.body = Json(by_now.clone());
    }
    let mut partners = Vec::with_capacity(2 * rows.len());
    for row in &rows {
        partners.push(row.body.partner);
        partners.extend(row.body.partner_of_record);
    }
    let parties = load::parties(db, &partners).await?;
    let rows = in_order(ids, rows, |row| row.id)
        .into_iter()
        .filter_map(|row| shown(row.body.0, row.product, &parties));
    Ok(rows.collect())
}

/// The name of a product.
async fn named(db: &mut PgConnection, sku: SkuId) -> Result<String, sqlx::Error> {
    sqlx::query_scalar!("select name from product where sku_id = $1", sku.as_uuid())
        .fetch_one(db)
        .await
}

fn shown(
    subscription: Subscription,
    product: String,
    parties: &HashMap<OrganizationId, Party>,
) -> Option<SubscriptionRow> {
    Some(SubscriptionRow {
        product,
        // A foreign key ensures that there is one.
        ordered_by: parties.get(&subscription.partner)?.clone(),
        partner_of_record: subscription
            .partner_of_record
            .and_then(|id| parties.get(&id).cloned()),
        subscription,
    })
}
