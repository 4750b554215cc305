//! **Order history**: the orders that the reader may know of.
//!
//! Whether an order is known is core's rule (`order::is_shown_to`). Its candidates stand in a table of their own, from
//! which each page is read; whether a partner still has what its row rests on, every query asks of the relationship.

mod beside;

use std::collections::HashMap;

use async_trait::async_trait;
use chrono::{Days, NaiveDate};
use sqlx::{PgConnection, types::Json};
use tierline_app::{
    error::PortalError,
    i18n::Lang,
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    order::{
        list::{self as spec, FROM, Orders, PARTNER, PRODUCT, RESELLER, STATE, TO},
        model::{OrderRow, OrderedProduct, OrdersPage},
    },
    partnership::model::{Among, Finding, PartnerChoices},
    portal::PortalResult,
    subscription::model::Viewer,
};
use tierline_core::{
    Timestamp,
    access::{self, Action, CustomerFacts},
    actor::Actor,
    ids::{OrganizationId, SkuId},
    order::{Order, Standing, worth},
    organization::{Organization, Party},
};
use uuid::Uuid;

use super::bought::{Line, bring_up, named};
use crate::{
    list::{
        csv::Rows,
        in_order, reach,
        shown::Shown,
        source::{Index, Part, Sort, SortKey, Source, Wanted},
        typed,
    },
    organization::query::{self as load, failed, party},
    partnership::query::{Choosing, choices},
    pipeline::{Read, visible},
    relationship::store::in_force,
    store::Hold,
};

impl Shown for Orders {
    type Rows = Visible;
    const FILE: &'static str = "orders";

    async fn rows(read: &mut Read) -> PortalResult<Visible> {
        Visible::of(read).await
    }
}

/// What the caller may know of.
pub(crate) struct Visible {
    now: Timestamp,
    organization: Organization,
    actor: Actor,
    viewer: Viewer,
}

/// Those of a partner.
static OF_PARTNER: Source = Source {
    from: "order_entry",
    id: "order_id",
    search: "search",
    index: Some(Index {
        key: "customer_key",
        words: "words",
    }),
    sorts: &[
        Sort {
            name: "ordered",
            key: SortKey::Time("at"),
        },
        Sort {
            name: "customer",
            key: SortKey::Text("customer_key"),
        },
        Sort {
            name: "licenses",
            key: SortKey::Number("licenses"),
        },
    ],
    own: "-ordered",
};

/// Those of a customer, which are as many as somebody has placed for it. They are found by their products.
static OF_CUSTOMER: Source = Source {
    from: "order_entry",
    id: "order_id",
    search: "coalesce((select string_agg(p.search, ' ') from product p where p.sku_id = any(order_entry.skus)), '')",
    index: None,
    sorts: &[
        Sort {
            name: "ordered",
            key: SortKey::Time("at"),
        },
        Sort {
            name: "licenses",
            key: SortKey::Number("licenses"),
        },
    ],
    own: "-ordered",
};

/// Whether the relationship is in force at this moment on which a partner's row rests. It is asked row by row, so that
/// Postgres never reads all relationships for it.
fn still_known(now: Timestamp) -> Vec<Part> {
    vec![
        Part::Sql(
            "exists (select from relationship r
                where r.partner_id = order_entry.organization_id and r.customer_id = order_entry.customer_id
                    and r.status = 'active'
                    and (order_entry.is_own or r.body #>> '{grants,administer,state}' = 'in_force')
                    and (r.ends_at is null or r.ends_at > ",
        ),
        Part::Time(now),
        Part::Sql(" or relationship_holds(r, "),
        Part::Time(now),
        Part::Sql(") and (order_entry.is_own or right_holds(r, 'administer', "),
        Part::Time(now),
        Part::Sql("))) offset 0)"),
    ]
}

#[async_trait]
impl Rows for Visible {
    type Row = OrderRow;
    type Page = OrdersPage;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<OrderRow>> {
        let wanted = self.wanted(query);
        let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
        let rows = rows(db, &found.rows, self.now).await?;
        Ok(found.with(rows, total))
    }

    fn spec(&self, lang: Lang) -> List<OrderRow> {
        spec::list(lang, self.viewer)
    }

    async fn around(
        self,
        found: Page<OrderRow>,
        query: &ListQuery,
        db: &mut PgConnection,
    ) -> PortalResult<OrdersPage> {
        let resellers = match self.viewer {
            Viewer::Provider => {
                let choosing = Choosing {
                    organization: self.organization.id,
                    among: Among::All,
                    customer: None,
                };
                let finding = Finding::of(&query.find, query.filter(RESELLER));
                choices(db, choosing, finding, self.now).await?
            }
            Viewer::Partner | Viewer::Customer => PartnerChoices::default(),
        };
        let beside = self.beside(db).await?;
        Ok(OrdersPage {
            orders: found,
            customer: self.customer(db, query).await?,
            resellers,
            partners: beside.partners,
            products: beside.products,
            viewer: self.viewer,
        })
    }
}

impl Visible {
    async fn of(read: &mut Read) -> PortalResult<Visible> {
        let actor = read.actor()?;
        let organization = load::organization(read, actor.organization).await?;
        let capabilities = &organization.capabilities;
        let (viewer, action) = if capabilities.customer.is_some() {
            (Viewer::Customer, Action::ViewSubscriptions)
        } else if capabilities.indirect_provider.is_some() {
            (Viewer::Provider, Action::ViewCustomers)
        } else if capabilities.is_partner() {
            (Viewer::Partner, Action::ViewCustomers)
        } else {
            return Err(PortalError::NotFound);
        };
        access::authorize_own(&organization, &actor, action)?;
        Ok(Visible {
            now: read.now(),
            organization,
            actor,
            viewer,
        })
    }

    /// Those that the address asks for.
    fn wanted(&self, query: &ListQuery) -> Wanted {
        let own = self.organization.id.into_uuid();
        let mut conditions = vec![vec![
            Part::Sql("order_entry.organization_id = "),
            Part::Id(own),
        ]];
        let source = match self.viewer {
            Viewer::Customer => &OF_CUSTOMER,
            Viewer::Provider | Viewer::Partner => {
                conditions.push(still_known(self.now));
                conditions.extend(reach::of_relationship(&self.actor));
                if !query.of.is_empty() {
                    conditions.push(id("order_entry.customer_id = ", &query.of));
                }
                &OF_PARTNER
            }
        };
        conditions.extend(filtered(query));
        conditions.extend(still_standing(query, self.now));
        Wanted::new(source, query, conditions)
            .owned_by(own)
            .counting_few()
    }

    /// The customer whose orders these are, if the address names one. Another's customer is not there.
    async fn customer(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
    ) -> PortalResult<Option<Party>> {
        if query.of.is_empty() || self.viewer == Viewer::Customer {
            return Ok(None);
        }
        let id = query.of.parse().map_err(|_| PortalError::NotFound)?;
        let id = OrganizationId::from_uuid(id);
        let own = self.organization.id;
        let as_of = (self.now, Hold::Free);
        let tie = in_force(db, own, id, as_of).await.map_err(failed)?;
        let tie = tie.ok_or(PortalError::NotFound)?;
        let customer = load::organization_at(db, id, self.now).await?;
        let facts = CustomerFacts {
            organization: &self.organization,
            customer: &customer,
            relationship: Some(&tie),
            providers: &[],
        };
        let seen = Action::ViewSubscriptions;
        visible(access::authorize_on_customer(facts, &self.actor, seen))?;
        Ok(Some(customer.party()))
    }
}

/// The conditions of the filters. What is malformed matches nothing.
fn filtered(query: &ListQuery) -> Vec<Vec<Part>> {
    let set = |name: &str| Some(query.filter(name)).filter(|value| !value.is_empty());
    [
        set(FROM).map(|value| midnight("at >= ", value, 0)),
        set(TO).map(|value| midnight("at < ", value, 1)),
        set(STATE).map(|value| vec![Part::Sql("standing = "), Part::Text(typed(value))]),
        set(RESELLER).map(|value| id("reseller_id = ", value)),
        set(PARTNER).map(|value| id("order_entry.partner_id = ", value)),
        set(PRODUCT).map(|value| {
            let mut condition = id("skus @> array[", value);
            condition.push(Part::Sql("]"));
            condition
        }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// An order whose lines have ended meanwhile is not among those that go on, whether or not that is written down: asked
/// only while there is something of which a term is over. Among those that are over it stands from then on.
fn still_standing(query: &ListQuery, now: Timestamp) -> Option<Vec<Part>> {
    let standing = query.filter(STATE);
    (!standing.is_empty()).then(|| {
        vec![
            Part::Sql("(not exists (select from subscription where due_at <= "),
            Part::Time(now),
            Part::Sql(" and ends_at <= "),
            Part::Time(now),
            Part::Sql(") or order_stands(order_entry.order_id, "),
            Part::Time(now),
            Part::Sql(") = "),
            Part::Text(typed(standing)),
            Part::Sql(")"),
        ]
    })
}

fn id(before: &'static str, value: &str) -> Vec<Part> {
    vec![
        Part::Sql(before),
        Part::Id(value.parse::<Uuid>().unwrap_or_default()),
    ]
}

/// From the beginning of a day on, such as `2026-12-24`, or up to the end of it.
fn midnight(before: &'static str, value: &str, later: u64) -> Vec<Part> {
    let day = NaiveDate::parse_from_str(value, "%Y-%m-%d").ok();
    // Years that the database has too.
    let day = day.filter(|day| (1..=9_999).contains(&chrono::Datelike::year(day)));
    match day.and_then(|day| day.checked_add_days(Days::new(later))) {
        Some(day) => vec![
            Part::Sql(before),
            Part::Time(day.and_time(chrono::NaiveTime::MIN).and_utc()),
        ],
        None => vec![Part::Sql("false")],
    }
}

struct Row {
    id: Uuid,
    body: Json<Order>,
    customer: String,
    partner: String,
    reseller: Option<String>,
    by: Option<String>,
    /// What its lines became.
    bought: Json<Vec<Line>>,
    /// The names of its products.
    names: Json<HashMap<SkuId, String>>,
}

async fn rows(db: &mut PgConnection, ids: &[Uuid], now: Timestamp) -> PortalResult<Vec<OrderRow>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select o.id as "id!", o.body as "body!: Json<Order>", c.name as "customer!",
              p.name as "partner!", r.name as "reseller?", u.name as "by?",
              (select coalesce(jsonb_agg(jsonb_build_object('now', s.body, 'first', e.body,
                    'is_due', coalesce(s.due_at <= $2, false) or coalesce(b.due_at <= $2, false))), '[]')
                 from jsonb_array_elements(o.body -> 'lines') line
                 join subscription s on s.id = (line ->> 'subscription')::uuid
                 left join subscription b on b.id = s.base_id
                 left join event e on e.object_id = s.id and e.object = 'subscription' and e.version = 1)
                 as "bought!: Json<Vec<Line>>",
              (select coalesce(jsonb_object_agg(product.sku_id, product.name), '{}') from product
                 where product.sku_id in (select (line ->> 'sku')::uuid from jsonb_array_elements(o.body -> 'lines') line))
                 as "names!: Json<HashMap<SkuId, String>>"
           from customer_order o
           join organization c on c.id = o.customer_id
           join organization p on p.id = o.partner_id
           left join organization r on r.id = o.partner_of_record_id
           left join app_user u on u.id = (o.body ->> 'by')::uuid
           where o.id = any($1)"#,
        ids,
        now,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    let mut rows = in_order(ids, rows, |row| row.id);
    let lines = rows.iter_mut().flat_map(|row| row.bought.0.iter_mut());
    bring_up(db, lines.collect(), now).await?;
    let mut shown = Vec::with_capacity(rows.len());
    for row in rows {
        let (Json(order), Json(names)) = (row.body, row.names);
        let bought: HashMap<_, _> = row.bought.0.into_iter().map(Line::bought).collect();
        let lines = order.lines.iter();
        let began = lines
            .clone()
            .filter_map(|line| bought.get(&line.subscription));
        let statuses = began.clone().map(|it| it.now.state.status());
        let sums = worth(began.map(|it| &it.then)).map_err(failed)?;
        let reseller = match (order.partner_of_record, row.reseller) {
            (Some(id), Some(name)) => Some(party(id.into_uuid(), &name)?),
            _ => None,
        };
        shown.push(OrderRow {
            id: order.id,
            at: order.at,
            customer: party(order.customer.into_uuid(), &row.customer)?,
            partner: party(order.partner.into_uuid(), &row.partner)?,
            by: row.by.unwrap_or_default(),
            reseller,
            licenses: lines.clone().map(|line| u64::from(line.quantity)).sum(),
            lines: lines
                .map(|line| OrderedProduct {
                    product: named(&names, line.sku),
                    licenses: line.quantity,
                })
                .collect(),
            sums: sums.into_values().collect(),
            standing: Standing::of(statuses),
        });
    }
    Ok(shown)
}
