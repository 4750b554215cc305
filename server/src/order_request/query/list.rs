//! The requests for orders that a user may see.

use async_trait::async_trait;
use sqlx::{PgConnection, types::Json};
use tierline_app::{
    i18n::Lang,
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    order_request::{
        list::{self as spec, ALL, CUSTOMER, OrderRequests, RESELLER, STATE},
        model::{OrderRequestRow, OrderRequestsPage},
    },
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    order_request::{OrderRequest, Status},
    organization::{Organization, Party},
};
use uuid::Uuid;

use super::named;
use crate::{
    list::{
        csv::Rows,
        in_order, reach,
        shown::{Entry, Shown},
        source::{Part, Sort, SortKey, Source, Wanted},
    },
    organization::{
        query as load,
        query::{failed, party},
    },
    pipeline::Read,
};

/// The list of requests.
pub(crate) const LISTS: &[Entry] = &[Entry::of::<OrderRequests>()];

/// So many organizations are answers of a filter at most; others are found by the search.
const ANSWERS: i64 = 200;

impl Shown for OrderRequests {
    type Rows = Requests;
    const FILE: &'static str = "order-requests";

    async fn rows(read: &mut Read) -> PortalResult<Requests> {
        let actor = read.actor()?;
        let own = load::organization(read, actor.organization).await?;
        access::authorize_own(&own, &actor, Action::ViewOrderRequests)?;
        Ok(Requests {
            now: read.now(),
            own,
            actor,
        })
    }
}

/// Those of the signed-in organization.
pub(crate) struct Requests {
    now: Timestamp,
    own: Organization,
    actor: Actor,
}

static REQUESTS: Source = Source {
    from: "order_request q
        join organization c on c.id = q.customer_id
        join organization s on s.id = q.reseller_id
        join organization p on p.id = q.provider_id",
    id: "q.id",
    search: "c.search || ' ' || s.search || ' ' || p.search",
    index: None,
    sorts: &[
        Sort {
            name: "asked",
            key: SortKey::Time("q.asked_at"),
        },
        Sort {
            name: "customer",
            key: SortKey::Text("c.sort_key"),
        },
        Sort {
            name: "reseller",
            key: SortKey::Text("s.sort_key"),
        },
    ],
    own: "asked",
};

#[async_trait]
impl Rows for Requests {
    type Row = OrderRequestRow;
    type Page = OrderRequestsPage;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<OrderRequestRow>> {
        let wanted = Wanted::new(&REQUESTS, query, self.conditions(query));
        let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
        let rows = self.rows(db, &found.rows).await?;
        Ok(found.with(rows, total))
    }

    fn spec(&self, lang: Lang) -> List<OrderRequestRow> {
        spec::list(lang)
    }

    async fn around(
        self,
        found: Page<OrderRequestRow>,
        _: &ListQuery,
        db: &mut PgConnection,
    ) -> PortalResult<OrderRequestsPage> {
        let (mut resellers, mut customers) = (Vec::new(), Vec::new());
        for (is_reseller, party) in self.parties(db).await? {
            if is_reseller {
                resellers.push(party);
            } else {
                customers.push(party);
            }
        }
        Ok(OrderRequestsPage {
            requests: found,
            resellers,
            customers,
        })
    }
}

impl Requests {
    /// A partner sees those of its customers that it has asked for or is asked for, within the reader's reach; a
    /// customer those about which it is asked.
    fn visible(&self) -> Vec<Part> {
        let own = self.own.id.into_uuid();
        if self.own.capabilities.customer.is_some() {
            return vec![
                Part::Sql("q.asks_customer and q.customer_id = "),
                Part::Id(own),
            ];
        }
        let mut parts = vec![
            Part::Id(own),
            Part::Sql(
                " in (q.reseller_id, q.provider_id) and exists (select from relationship r where r.partner_id = ",
            ),
            Part::Id(own),
            Part::Sql(" and r.customer_id = q.customer_id and relationship_holds(r, "),
            Part::Time(self.now),
            Part::Sql(")"),
        ];
        if let Some(groups) = reach::groups(&self.actor) {
            let groups = groups.iter().map(ToString::to_string).collect();
            parts.push(Part::Sql(" and r.groups && "));
            parts.push(Part::Texts(groups));
            parts.push(Part::Sql("::uuid[]"));
        }
        parts.push(Part::Sql(")"));
        parts
    }

    fn conditions(&self, query: &ListQuery) -> Vec<Vec<Part>> {
        let mut conditions = vec![self.visible()];
        let now = || Part::Time(self.now);
        // What waits is what the list is for. Whatever time is over has lapsed, written down or not.
        match query.filter(STATE) {
            ALL => {}
            "" => conditions.push(vec![
                Part::Sql("q.status in ('waiting_for_customer', 'waiting_for_provider') and q.lapses_at > "),
                now(),
            ]),
            state => {
                let status = state.parse::<Status>().ok();
                conditions.push(match status {
                    Some(Status::Lapsed) => vec![
                        Part::Sql(
                            "(q.status = 'lapsed' or q.status in ('waiting_for_customer', 'waiting_for_provider') \
                             and q.lapses_at <= ",
                        ),
                        now(),
                        Part::Sql(")"),
                    ],
                    Some(status) if status.waits_for().is_some() => vec![
                        Part::Sql("q.status = "),
                        Part::Text(status.code().to_owned()),
                        Part::Sql(" and q.lapses_at > "),
                        now(),
                    ],
                    Some(status) => vec![
                        Part::Sql("q.status = "),
                        Part::Text(status.code().to_owned()),
                    ],
                    None => vec![Part::Sql("false")],
                });
            }
        }
        let columns = [
            (RESELLER, "q.reseller_id = "),
            (CUSTOMER, "q.customer_id = "),
        ];
        for (filter, column) in columns {
            let asked = query.filter(filter);
            if !asked.is_empty() {
                let id = asked.parse::<Uuid>().unwrap_or_default();
                conditions.push(vec![Part::Sql(column), Part::Id(id)]);
            }
        }
        conditions
    }

    async fn rows(
        &self,
        db: &mut PgConnection,
        ids: &[Uuid],
    ) -> PortalResult<Vec<OrderRequestRow>> {
        let rows = sqlx::query!(
            r#"select q.id, q.body as "body: Json<OrderRequest>", c.name as customer, s.name as reseller,
                  p.name as provider
               from order_request q
               join organization c on c.id = q.customer_id
               join organization s on s.id = q.reseller_id
               join organization p on p.id = q.provider_id
               where q.id = any($1)"#,
            ids,
        )
        .fetch_all(&mut *db)
        .await
        .map_err(failed)?;
        let all = rows.iter().flat_map(|row| row.body.0.wanted().products());
        let mut skus: Vec<_> = all.collect();
        skus.sort_unstable();
        skus.dedup();
        let products = named(db, &skus).await?;
        let rows = in_order(ids, rows, |row| row.id).into_iter().map(|row| {
            let request = row.body.0;
            let wanted = request.wanted().clone();
            let own = wanted.products();
            let products = products.iter().filter(|it| own.contains(&it.sku));
            OrderRequestRow {
                id: request.id,
                what: wanted.what(),
                products: products.cloned().collect(),
                wanted,
                customer: row.customer,
                reseller: row.reseller,
                provider: row.provider,
                status: request.status(self.now),
                asked: request.at,
                lapses: request.lapses,
            }
        });
        Ok(rows.collect())
    }

    /// The resellers and the customers of the requests that the reader may see, by name.
    async fn parties(&self, db: &mut PgConnection) -> PortalResult<Vec<(bool, Party)>> {
        let groups = reach::groups(&self.actor);
        let rows = sqlx::query!(
            r#"with seen as (
                  select q.reseller_id, q.customer_id from order_request q
                  where q.customer_id = $1 and q.asks_customer
                     or $1 in (q.reseller_id, q.provider_id) and exists (select from relationship r
                        where r.partner_id = $1 and r.customer_id = q.customer_id and relationship_holds(r, $4)
                          and ($2::uuid[] is null or r.groups && $2)))
               (select true as "is_reseller!", o.id as "id!", o.name as "name!", o.sort_key as "key!"
                from organization o where o.id in (select reseller_id from seen) order by o.sort_key limit $3)
               union all
               (select false, o.id, o.name, o.sort_key
                from organization o where o.id in (select customer_id from seen) order by o.sort_key limit $3)
               order by 4"#,
            self.own.id.into_uuid(),
            groups as _,
            ANSWERS,
            self.now,
        )
        .fetch_all(db)
        .await
        .map_err(failed)?;
        let parties = rows.into_iter();
        parties
            .map(|row| Ok((row.is_reseller, party(row.id, &row.name)?)))
            .collect()
    }
}
