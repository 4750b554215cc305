//! **Subscriptions**: all that the reader may know of, or those of one customer.
//!
//! Whether a subscription is known is core's rule (`subscription::is_shown_to`). Its candidates stand in a table of
//! their own, from which each page is read; whether a partner still has what its row rests on, every query asks of the
//! relationship itself.

mod rows;
mod turned;

use async_trait::async_trait;
use sqlx::PgConnection;
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
        list::all::{self as spec, AUTO_RENEW, AllSubscriptions, KIND, PRODUCT, RESELLER, STATE},
        model::{
            NamedProduct, Viewer,
            all::{AllSubscriptionsPage, ListedSubscription},
        },
    },
};
use tierline_core::{
    Timestamp,
    access::{self, Action, CustomerFacts},
    ids::{OrganizationId, SkuId},
    organization::Party,
};
use uuid::Uuid;

use self::{rows::rows, turned::Turned};
use super::Renewing;
use crate::{
    list::{
        csv::Rows,
        reach,
        shown::Shown,
        source::{Index, Part, Sort, SortKey, Source, Wanted},
        typed,
    },
    organization::query::{self as load, failed},
    partnership::query::{Choosing, choices},
    pipeline::{Read, visible},
    relationship::store::in_force,
    store::Hold,
};

impl Shown for AllSubscriptions {
    type Rows = Known;
    const FILE: &'static str = "subscriptions";

    async fn rows(read: &mut Read) -> PortalResult<Known> {
        // Whoever may see when they end may see them.
        Ok(Known(Renewing::of(read).await?))
    }
}

/// What the caller may know of.
pub(crate) struct Known(Renewing);

/// Those of a partner.
static OF_PARTNER: Source = Source {
    from: "subscription_entry",
    id: "subscription_id",
    search: "search",
    index: Some(Index {
        key: "customer_key",
        words: "words",
    }),
    sorts: &[
        Sort {
            name: "customer",
            key: SortKey::Text("customer_key"),
        },
        Sort {
            name: "since",
            key: SortKey::Time("since"),
        },
        Sort {
            name: "licenses",
            key: SortKey::Number("licenses"),
        },
    ],
    own: "customer",
};

/// Those of one customer, which are as many as somebody has ordered for it. They are found by their products.
static OF_CUSTOMER: Source = Source {
    from: "subscription_entry join product p on p.sku_id = subscription_entry.sku_id
        join subscription s on s.id = subscription_entry.subscription_id",
    id: "subscription_id",
    search: "p.search",
    index: None,
    sorts: &[
        Sort {
            name: "product",
            key: SortKey::Text("p.sort_key"),
        },
        Sort {
            name: "since",
            key: SortKey::Time("s.since"),
        },
        Sort {
            name: "licenses",
            key: SortKey::Number("licenses"),
        },
        Sort {
            name: "ends",
            key: SortKey::Time("s.ends_at"),
        },
    ],
    own: "product",
};

/// Whether the relationship is in force at this moment on which a partner's row rests. It is asked row by row, so that
/// Postgres never reads all relationships for it.
fn still_known(now: Timestamp) -> Vec<Part> {
    vec![
        Part::Sql(
            "exists (select from relationship r
                where r.partner_id = subscription_entry.organization_id
                    and r.customer_id = subscription_entry.customer_id and r.status = 'active'
                    and (subscription_entry.is_own or r.body #>> '{grants,administer,state}' = 'in_force'
                        or subscription_entry.is_contact and r.body #>> '{grants,support,state}' = 'in_force')
                    and (r.ends_at is null or r.ends_at > ",
        ),
        Part::Time(now),
        Part::Sql(" or subscription_known(r, subscription_entry.subscription_id, "),
        Part::Time(now),
        Part::Sql(")) offset 0)"),
    ]
}

#[async_trait]
impl Rows for Known {
    type Row = ListedSubscription;
    type Page = AllSubscriptionsPage;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<ListedSubscription>> {
        let wanted = self.wanted(&mut *db, query).await.map_err(failed)?;
        let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
        let rows = rows(db, &found.rows, self.0.now).await?;
        Ok(found.with(rows, total))
    }

    fn spec(&self, lang: Lang) -> List<ListedSubscription> {
        spec::list(lang, self.0.viewer, self.0.viewer == Viewer::Customer)
    }

    async fn around(
        self,
        found: Page<ListedSubscription>,
        query: &ListQuery,
        db: &mut PgConnection,
    ) -> PortalResult<AllSubscriptionsPage> {
        let resellers = match self.0.viewer {
            Viewer::Provider => {
                let choosing = Choosing {
                    organization: self.0.organization.id,
                    among: Among::All,
                    customer: None,
                };
                let finding = Finding::of(&query.find, query.filter(RESELLER));
                choices(&mut *db, choosing, finding, self.0.now).await?
            }
            Viewer::Partner | Viewer::Customer => PartnerChoices::default(),
        };
        let customer = self.customer(&mut *db, query).await?;
        let products = match &customer {
            Some(customer) => self.products_of(db, customer.id).await?,
            None => self.products(db).await?,
        };
        Ok(AllSubscriptionsPage {
            subscriptions: found,
            customer,
            resellers,
            products,
            viewer: self.0.viewer,
        })
    }
}

impl Known {
    /// Those that the address asks for.
    async fn wanted(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
    ) -> Result<Wanted, sqlx::Error> {
        let own = self.0.organization.id.into_uuid();
        let mut conditions = vec![id("subscription_entry.organization_id = ", own)];
        let source = match self.0.viewer {
            Viewer::Customer => &OF_CUSTOMER,
            Viewer::Provider | Viewer::Partner => {
                conditions.push(still_known(self.0.now));
                conditions.extend(reach::of_relationship(&self.0.actor));
                if query.of.is_empty() {
                    &OF_PARTNER
                } else {
                    let customer = query.of.parse().unwrap_or_default();
                    conditions.push(id("subscription_entry.customer_id = ", customer));
                    &OF_CUSTOMER
                }
            }
        };
        let turned = if [STATE, AUTO_RENEW].iter().any(|it| is_set(query, it)) {
            Turned::load(db, own, self.0.now).await?
        } else {
            Turned::default()
        };
        conditions.extend(filtered(query, &turned));
        Ok(Wanted::new(source, query, conditions)
            .owned_by(own)
            .counting_few())
    }

    /// The customer whose subscriptions these are, if the address names one. Another's customer is not there.
    async fn customer(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
    ) -> PortalResult<Option<Party>> {
        if query.of.is_empty() || self.0.viewer == Viewer::Customer {
            return Ok(None);
        }
        let id = query.of.parse().map_err(|_| PortalError::NotFound)?;
        let id = OrganizationId::from_uuid(id);
        let (own, as_of) = (self.0.organization.id, (self.0.now, Hold::Free));
        let tie = in_force(&mut *db, own, id, as_of).await.map_err(failed)?;
        let tie = tie.ok_or(PortalError::NotFound)?;
        let customer = load::organization_at(db, id, self.0.now).await?;
        let facts = CustomerFacts {
            organization: &self.0.organization,
            customer: &customer,
            relationship: Some(&tie),
            providers: &[],
        };
        let seen = Action::ViewSubscriptions;
        visible(access::authorize_on_customer(facts, &self.0.actor, seen))?;
        Ok(Some(customer.party()))
    }

    /// The products to filter those of one customer by.
    async fn products_of(
        &self,
        db: &mut PgConnection,
        customer: OrganizationId,
    ) -> PortalResult<Vec<NamedProduct>> {
        let rows = sqlx::query!(
            r#"select p.sku_id as "sku!", p.name as "name!" from product p
               where p.sku_id in (select e.sku_id from subscription_entry e
                 where e.customer_id = $2 and e.organization_id = $1)
               order by p.sort_key, p.sku_id limit 200"#,
            self.0.organization.id.as_uuid(),
            customer.as_uuid(),
        )
        .fetch_all(db)
        .await
        .map_err(failed)?;
        let named = rows.into_iter().map(|row| NamedProduct {
            sku: SkuId::from_uuid(row.sku),
            name: row.name,
        });
        Ok(named.collect())
    }

    /// The products to filter by: each is a step in an index, however many subscriptions have it.
    async fn products(&self, db: &mut PgConnection) -> PortalResult<Vec<NamedProduct>> {
        let groups = reach::groups(&self.0.actor);
        let rows = sqlx::query!(
            r#"with recursive step (sku) as (
                 (select sku_id from subscription_entry
                  where organization_id = $1 and ($2::uuid[] is null or groups && $2) order by sku_id limit 1)
                 union all
                 select (select sku_id from subscription_entry
                    where organization_id = $1 and ($2::uuid[] is null or groups && $2) and sku_id > step.sku
                    order by sku_id limit 1)
                 from step where step.sku is not null)
               select p.sku_id as "sku!", p.name as "name!" from step join product p on p.sku_id = step.sku
               order by p.sort_key, p.sku_id limit 200"#,
            self.0.organization.id.as_uuid(),
            groups.as_deref(),
        )
        .fetch_all(db)
        .await
        .map_err(failed)?;
        let named = rows.into_iter().map(|row| NamedProduct {
            sku: SkuId::from_uuid(row.sku),
            name: row.name,
        });
        Ok(named.collect())
    }
}

fn is_set(query: &ListQuery, filter: &str) -> bool {
    !query.filter(filter).is_empty()
}

/// The conditions of the filters. What is malformed matches nothing.
fn filtered(query: &ListQuery, turned: &Turned) -> Vec<Vec<Part>> {
    let set = |name: &str| Some(query.filter(name)).filter(|value| !value.is_empty());
    let uuid = |value: &str| value.parse::<Uuid>().unwrap_or_default();
    [
        set(STATE).map(|value| turned.in_state(value)),
        set(KIND).map(|value| {
            let kind = Part::Text(typed(value));
            vec![Part::Sql("subscription_entry.kind = "), kind]
        }),
        set(PRODUCT).map(|value| id("subscription_entry.sku_id = ", uuid(value))),
        set(RESELLER).map(|value| id("reseller_id = ", uuid(value))),
        set(AUTO_RENEW).map(|value| turned.renewing(value)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn id(before: &'static str, value: Uuid) -> Vec<Part> {
    vec![Part::Sql(before), Part::Id(value)]
}
