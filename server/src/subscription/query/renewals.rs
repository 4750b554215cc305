//! **Renewals**: when the subscriptions end that the reader may know of, and what becomes of them.
//!
//! Whether a subscription is known is core's rule (`subscription::is_shown_to`). Its candidates stand in a table of
//! their own, from which each page is read; whether a partner still has what its row rests on, every query asks of the
//! relationship itself.

mod beside;
mod chosen;

use std::collections::BTreeSet;

use async_trait::async_trait;
use chrono::{Datelike as _, Months, NaiveDate, TimeDelta};
use sqlx::{PgConnection, types::Json};
use tierline_app::{
    error::PortalError,
    i18n::Lang,
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    partnership::model::{Among, Finding, PartnerChoices},
    portal::PortalResult,
    subscription::{
        list::renewals::{
            self as spec, EXPIRED, MONTH, NOBODY, OUTLOOK, PRODUCT, RECORD, RESELLER, Renewals,
            WHEN,
        },
        model::{RenewalRow, RenewalsPage, Viewer},
    },
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    market::Country,
    organization::Organization,
    subscription::{Ending, Subscription},
};
use uuid::Uuid;

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
    pipeline::Read,
    store::decoded,
    subscription::store::overtaken,
};

impl Shown for Renewals {
    type Rows = Visible;
    const FILE: &'static str = "renewals";

    async fn rows(read: &mut Read) -> PortalResult<Visible> {
        Visible::of(read).await
    }
}

/// What the caller may know of.
pub(crate) struct Visible {
    pub(super) now: Timestamp,
    pub(super) organization: Organization,
    pub(super) actor: Actor,
    pub(super) viewer: Viewer,
}

/// Those of a partner.
static OF_PARTNER: Source = Source {
    from: "renewal",
    id: "subscription_id",
    search: "search",
    index: Some(Index {
        key: "customer_key",
        words: "words",
    }),
    sorts: &[
        Sort {
            name: "ends",
            key: SortKey::Time("at"),
        },
        Sort {
            name: "customer",
            key: SortKey::Text("customer_key"),
        },
    ],
    own: "ends",
};

/// Those of a customer, which are as many as somebody has ordered for it.
static OF_CUSTOMER: Source = Source {
    from: "renewal join product p on p.sku_id = renewal.sku_id",
    id: "subscription_id",
    search: "p.search",
    index: None,
    sorts: &[Sort {
        name: "ends",
        key: SortKey::Time("at"),
    }],
    own: "ends",
};

/// Whether the relationship is in force at this moment on which a partner's row rests. It is asked row by row, so that
/// Postgres never reads all relationships for it.
pub(super) fn still_known(now: Timestamp) -> Vec<Part> {
    vec![
        Part::Sql(
            "exists (select from relationship r
                where r.partner_id = renewal.organization_id and r.customer_id = renewal.customer_id
                    and r.status = 'active'
                    and (renewal.is_own or r.body #>> '{grants,administer,state}' = 'in_force')
                    and (r.ends_at is null or r.ends_at > ",
        ),
        Part::Time(now),
        Part::Sql(" or subscription_known(r, renewal.subscription_id, "),
        Part::Time(now),
        Part::Sql(")) offset 0)"),
    ]
}

#[async_trait]
impl Rows for Visible {
    type Row = RenewalRow;
    type Page = RenewalsPage;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<RenewalRow>> {
        let wanted = self.wanted(query);
        let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
        let rows = rows(db, &found.rows, self.now).await?;
        Ok(found.with(rows, total))
    }

    fn spec(&self, lang: Lang) -> List<RenewalRow> {
        spec::list(lang, self.viewer)
    }

    async fn around(
        self,
        found: Page<RenewalRow>,
        query: &ListQuery,
        db: &mut PgConnection,
    ) -> PortalResult<RenewalsPage> {
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
        Ok(RenewalsPage {
            renewals: found,
            months: beside.months,
            resellers,
            products: beside.products,
            may_change: self.may_change(),
            viewer: self.viewer,
            without_reseller: beside.without_reseller,
        })
    }
}

impl Visible {
    pub(super) async fn of(read: &mut Read) -> PortalResult<Visible> {
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
        let mut conditions = vec![vec![Part::Sql("renewal.organization_id = "), Part::Id(own)]];
        let source = match self.viewer {
            Viewer::Customer => &OF_CUSTOMER,
            Viewer::Provider | Viewer::Partner => {
                conditions.push(still_known(self.now));
                conditions.extend(reach::of_relationship(&self.actor));
                &OF_PARTNER
            }
        };
        conditions.extend(filtered(query, self.now));
        Wanted::new(source, query, conditions)
            .owned_by(own)
            .counting_few()
    }
}

/// The conditions of the filters. What is malformed matches nothing.
fn filtered(query: &ListQuery, now: Timestamp) -> Vec<Vec<Part>> {
    let set = |name: &str| Some(query.filter(name)).filter(|value| !value.is_empty());
    let id = |before, value: &str| {
        vec![
            Part::Sql(before),
            Part::Id(value.parse::<Uuid>().unwrap_or_default()),
        ]
    };
    [
        set(WHEN).map(|value| when(value, now)),
        set(MONTH).map(month),
        set(OUTLOOK).map(|value| vec![Part::Sql("outlook = "), Part::Text(typed(value))]),
        set(RESELLER).map(|value| id("reseller_id = ", value)),
        set(RECORD).map(without_reseller),
        set(PRODUCT).map(|value| id("renewal.sku_id = ", value)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Within so many days, or expired.
fn when(value: &str, now: Timestamp) -> Vec<Part> {
    if value == EXPIRED {
        return vec![Part::Sql("outlook = 'expired'")];
    }
    match spec::DAYS.iter().find(|days| days.to_string() == value) {
        Some(days) => vec![
            Part::Sql("outlook <> 'expired' and at < "),
            Part::Time(now + TimeDelta::days(*days)),
        ],
        None => nothing(),
    }
}

/// What goes on without a partner of record.
fn without_reseller(value: &str) -> Vec<Part> {
    match value {
        NOBODY => vec![Part::Sql("reseller_id is null and outlook <> 'expired'")],
        _ => nothing(),
    }
}

/// In a month, such as `2026-12`.
fn month(value: &str) -> Vec<Part> {
    let first = NaiveDate::parse_from_str(&format!("{value}-01"), "%Y-%m-%d").ok();
    let next = first.and_then(|day| day.checked_add_months(Months::new(1)));
    match (first, next) {
        // Years that the database has too.
        (Some(first), Some(next)) if (1..=9_999).contains(&first.year()) => vec![
            Part::Sql("at >= "),
            Part::Time(midnight(first)),
            Part::Sql(" and at < "),
            Part::Time(midnight(next)),
        ],
        _ => nothing(),
    }
}

fn midnight(day: NaiveDate) -> Timestamp {
    day.and_time(chrono::NaiveTime::MIN).and_utc()
}

fn nothing() -> Vec<Part> {
    vec![Part::Sql("false")]
}

struct Row {
    id: Uuid,
    body: Json<Subscription>,
    base: Option<Json<Subscription>>,
    product: String,
    customer_id: Uuid,
    customer: String,
    country: String,
    reseller_id: Option<Uuid>,
    reseller: Option<String>,
    /// Whether time has changed it, or its base, and nobody has written that down.
    is_due: bool,
}

/// These rows as they are by now. A row stands where its end was until it is written down that it has passed.
async fn rows(
    db: &mut PgConnection,
    ids: &[Uuid],
    now: Timestamp,
) -> PortalResult<Vec<RenewalRow>> {
    let mut rows = sqlx::query_as!(
        Row,
        r#"select s.id, s.body as "body: Json<Subscription>", b.body as "base?: Json<Subscription>", p.name as product,
              s.customer_id, c.name as customer, c.country, s.partner_of_record_id as reseller_id, o.name as "reseller?",
              coalesce(s.due_at <= $2, false) or coalesce(b.due_at <= $2, false) as "is_due!"
           from subscription s
           join product p on p.sku_id = s.sku_id
           join organization c on c.id = s.customer_id
           left join subscription b on b.id = s.base_id
           left join organization o on o.id = s.partner_of_record_id
           where s.id = any($1)"#,
        ids,
        now,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    let due = rows.iter().filter(|row| row.is_due);
    let customers: BTreeSet<Uuid> = due.map(|row| row.customer_id).collect();
    if !customers.is_empty() {
        let customers: Vec<Uuid> = customers.into_iter().collect();
        let by_now = overtaken(&mut *db, &customers, now).await.map_err(failed)?;
        for row in &mut rows {
            let Some(it) = by_now.get(&row.body.id) else {
                continue;
            };
            if it.sku != row.body.sku {
                row.product = super::named(&mut *db, it.sku).await.map_err(failed)?;
            }
            let base = it.course.base.and_then(|base| by_now.get(&base));
            row.base = base.map(|base| Json(base.clone()));
            row.body = Json(it.clone());
        }
    }
    let rows = in_order(ids, rows, |row| row.id).into_iter();
    rows.filter_map(|row| row.shown().transpose()).collect()
}

impl Row {
    /// None of what ends no more.
    fn shown(self) -> PortalResult<Option<RenewalRow>> {
        let base = self.base.map(|Json(base)| base);
        let Json(subscription) = self.body;
        let Some(Ending { at, outlook }) = subscription.ending(base.as_ref()) else {
            return Ok(None);
        };
        let reseller = match (self.reseller_id, self.reseller) {
            (Some(id), Some(name)) => Some(party(id, &name)?),
            _ => None,
        };
        let country: Country = decoded(self.country.parse()).map_err(failed)?;
        Ok(Some(RenewalRow {
            subscription: subscription.id,
            renews_in: subscription.renews_in(country),
            product: self.product,
            customer: party(self.customer_id, &self.customer)?,
            reseller,
            licenses: subscription.quantity.get(),
            ends: at,
            outlook,
        }))
    }
}
