//! The list of customers.

use std::collections::HashMap;

use async_trait::async_trait;
use chrono::TimeDelta;
use sqlx::{PgConnection, types::Json};
use tierline_app::{
    customer::{
        list::{
            self as spec, COUNTRY, Customers, ENDS, GROUP, MISSING, OTHER, REVIEW, SIDE,
            UNDER_REVIEW,
        },
        model::{CustomerRow, CustomersPage},
    },
    error::PortalError,
    i18n::Lang,
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    partnership::model::{Among, Finding},
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    group::{self, CustomerGroup},
    ids::OrganizationId,
    organization::{Organization, Party},
    relationship::{Grant, Relationship},
    subscription::State,
};
use uuid::Uuid;

use super::co_serving;
use crate::{
    group::query as groups,
    invitation::query::open_requests,
    list::{
        count,
        csv::Rows,
        in_order, reach,
        shown::{Entry, Shown},
        source::{Index, Part, Sort, SortKey, Source, Total, Wanted},
        tally, typed,
    },
    organization::{
        query as load,
        query::{failed, party},
    },
    partnership::query::{Choosing, choices},
    pipeline::Read,
    subscription::{query::Seen, store::overtaken},
};

/// The list of customers.
pub(crate) const LISTS: &[Entry] = &[Entry::of::<Customers>()];

impl Shown for Customers {
    type Rows = Visible;
    const FILE: &'static str = "customers";

    async fn rows(read: &mut Read) -> PortalResult<Visible> {
        Visible::of(read).await
    }
}

/// The customers that the caller may see.
pub(crate) struct Visible {
    now: Timestamp,
    organization: Organization,
    actor: Actor,
    /// The partner's groups that the reader may know.
    groups: Vec<CustomerGroup>,
}

/// All customers of a partner.
static OF_ONE: Source = source("relationship", "id", "status = 'active' and words");

/// The customers that it serves together with another partner.
static OF_BOTH: Source = source("served_together", "relationship_id", "words");

/// Both tables have the columns that customers are sorted and found by.
const fn source(from: &'static str, id: &'static str, words: &'static str) -> Source {
    Source {
        from,
        id,
        search: "search",
        index: Some(Index {
            key: "customer_key",
            words,
        }),
        sorts: &[
            Sort {
                name: "name",
                key: SortKey::Text("customer_key"),
            },
            Sort {
                name: "since",
                key: SortKey::Time("since"),
            },
        ],
        own: "name",
    }
}

#[async_trait]
impl Rows for Visible {
    type Row = CustomerRow;
    type Page = CustomersPage;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<CustomerRow>> {
        let other = other(query);
        let mut narrowed = narrowed(query, self.now);
        narrowed.extend(reach::of_relationship(&self.actor));
        let is_counted = narrowed.is_empty();
        let wanted = self.wanted(query, other, narrowed);
        let is_kept = totaled && is_counted && wanted.is_unsearched();
        let counted = totaled && !is_kept;
        let (found, counted) = wanted.found(db, size, counted).await.map_err(failed)?;
        let total = match other {
            _ if !is_kept => counted,
            None => Total::exactly(tally::customers(db, self.organization.id, self.now).await?),
            Some(other) => Total::exactly(
                tally::shared_customers(db, self.organization.id, other, self.now).await?,
            ),
        };
        let rows = self.rows(db, &found.rows).await?;
        Ok(found.with(rows, total))
    }

    fn spec(&self, lang: Lang) -> List<CustomerRow> {
        spec::list(lang, self.is_provider())
    }

    async fn around(
        self,
        found: Page<CustomerRow>,
        query: &ListQuery,
        db: &mut PgConnection,
    ) -> PortalResult<CustomersPage> {
        let choosing = Choosing {
            organization: self.organization.id,
            among: Among::All,
            customer: None,
        };
        let finding = Finding::of(&query.find, query.filter(OTHER));
        let may = access::authorize_own(&self.organization, &self.actor, Action::ViewPartners);
        let open_requests = if may.is_ok() {
            Some(open_requests(db, &self.organization, &self.actor, true, self.now).await?)
        } else {
            None
        };
        let may_place = group::may_keep(&self.organization, &self.actor).is_ok();
        Ok(CustomersPage {
            may_place: may_place && !self.groups.is_empty(),
            open_requests,
            groups: groups::choices(self.groups, |_| false),
            customers: found,
            partners: choices(db, choosing, finding, self.now).await?,
            organization: self.organization,
            actor: self.actor,
        })
    }
}

impl Visible {
    async fn of(read: &mut Read) -> PortalResult<Self> {
        let actor = read.actor()?;
        let organization = load::organization(read, actor.organization).await?;
        if !organization.capabilities.is_partner() {
            return Err(PortalError::NotFound);
        }
        access::authorize_own(&organization, &actor, Action::ViewCustomers)?;
        let groups = groups::known(read.db(), &organization, &actor).await?;
        Ok(Self {
            now: read.now(),
            organization,
            actor,
            groups,
        })
    }

    /// Those of a change by this actor; no page is shown of them.
    pub(crate) fn for_change(organization: Organization, actor: Actor, now: Timestamp) -> Self {
        Self {
            now,
            organization,
            actor,
            groups: Vec::new(),
        }
    }

    /// The relationships with those that the address asks for, in its order: so many at most.
    pub(crate) async fn ids(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        at_most: usize,
    ) -> Result<Vec<Uuid>, sqlx::Error> {
        let mut narrowed = narrowed(query, self.now);
        narrowed.extend(reach::of_relationship(&self.actor));
        let wanted = self.wanted(query, other(query), narrowed);
        Ok(wanted.page(db, at_most).await?.rows)
    }

    fn is_provider(&self) -> bool {
        self.organization.capabilities.indirect_provider.is_some()
    }

    /// Those that fulfill these conditions on relationships, among all or among those of another partner.
    fn wanted(
        &self,
        query: &ListQuery,
        other: Option<Uuid>,
        mut narrowed: Vec<Vec<Part>>,
    ) -> Wanted {
        let partner = vec![
            Part::Sql("partner_id = "),
            Part::Id(self.organization.id.into_uuid()),
        ];
        let wanted = match other {
            None => {
                let active = vec![Part::Sql("status = 'active'")];
                narrowed.splice(0..0, [partner, active]);
                Wanted::new(&OF_ONE, query, narrowed)
            }
            Some(other) => {
                let other = vec![Part::Sql("other_id = "), Part::Id(other)];
                let lasting = vec![
                    Part::Sql("(until is null or until > "),
                    Part::Time(self.now),
                    Part::Sql(")"),
                ];
                let mut conditions = vec![partner, other, lasting];
                if !narrowed.is_empty() {
                    let of_row = "exists (select from relationship
                        where relationship.partner_id = served_together.partner_id
                            and relationship.id = served_together.relationship_id";
                    let mut narrow = vec![Part::Sql(of_row)];
                    for condition in narrowed {
                        narrow.push(Part::Sql(" and "));
                        narrow.extend(condition);
                    }
                    narrow.push(Part::Sql(")"));
                    conditions.push(narrow);
                }
                Wanted::new(&OF_BOTH, query, conditions)
            }
        };
        wanted.owned_by(self.organization.id.into_uuid())
    }

    /// The rows shown for these relationships.
    async fn rows(&self, db: &mut PgConnection, ids: &[Uuid]) -> PortalResult<Vec<CustomerRow>> {
        let rows = sqlx::query_as!(
            Row,
            r#"select r.id, r.body as "body: Json<Relationship>", r.customer_id, c.name as customer, c.domain, c.country
               from relationship r join organization c on c.id = r.customer_id
               where r.partner_id = $1 and r.id = any($2)"#,
            self.organization.id.into_uuid(),
            ids,
        )
        .fetch_all(&mut *db)
        .await
        .map_err(failed)?;
        // What has ended by itself is not shown for want of a job that has written it down.
        let current = rows.into_iter().map(|row| Row {
            body: Json(row.body.0.as_of(self.now)),
            ..row
        });
        let current: Vec<Row> = current.filter(|row| row.body.is_active()).collect();
        let rows = in_order(ids, current, |row| row.id);
        let subscriptions = subscriptions(db, self.organization.id, &rows, self.now).await?;
        let mut others = co_serving::of_relationships(db, ids, self.now).await?;
        rows.into_iter()
            .map(|row| row.shown(&subscriptions, &mut others, &self.groups))
            .collect()
    }
}

/// The most days ahead that are looked at for rights that end: more than a right can have.
const MOST_AHEAD: i64 = 1_000;

/// The other partner by whom is filtered. A malformed id matches nothing.
fn other(query: &ListQuery) -> Option<Uuid> {
    let other = query.filter(OTHER);
    (!other.is_empty()).then(|| other.parse().unwrap_or_default())
}

/// The conditions of further filters on a relationship.
fn narrowed(query: &ListQuery, now: Timestamp) -> Vec<Vec<Part>> {
    let of = |filter, before, after| {
        let value = query.filter(filter);
        (!value.is_empty()).then(|| {
            vec![
                Part::Sql(before),
                Part::Text(typed(value)),
                Part::Sql(after),
            ]
        })
    };
    let group = Some(query.filter(GROUP)).filter(|group| !group.is_empty());
    let in_group = group.map(|group| {
        vec![
            Part::Sql("groups <> '{}' and groups @> array["),
            // A malformed id matches nothing.
            Part::Id(group.parse().unwrap_or_default()),
            Part::Sql("]"),
        ]
    });
    let under_review = query.filter(REVIEW) == UNDER_REVIEW;
    let under_review = under_review.then(|| {
        // Few at a time.
        let few = "customer_id in (select customer_id from customer_review)";
        vec![Part::Sql(few)]
    });
    let within = Some(query.filter(ENDS)).filter(|within| !within.is_empty());
    let ends = within.map(|within| {
        // A malformed number matches nothing.
        let days = within.parse().unwrap_or(-1).clamp(-1, MOST_AHEAD);
        let until = now + TimeDelta::days(days);
        // Where the first end is over and not written down, the next one counts.
        vec![
            Part::Sql("ends_at is not null and ends_at <= "),
            Part::Time(until),
            Part::Sql(" and (ends_at > "),
            Part::Time(now),
            Part::Sql(" or relationship_next_end(relationship, "),
            Part::Time(now),
            Part::Sql(") <= "),
            Part::Time(until),
            Part::Sql(")"),
        ]
    });
    [
        in_group,
        under_review,
        ends,
        of(COUNTRY, "customer_country = ", ""),
        of(SIDE, "side = ", ""),
        of(
            MISSING,
            "missing <> '{}' and missing @> array[",
            "]::text[]",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

struct Row {
    id: Uuid,
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
        groups: &[CustomerGroup],
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
            missing: self.body.missing(),
            ends: (self.body.next_end()).map(|ends| ends - TimeDelta::seconds(1)),
            since: self.body.since,
            other_partners: other_partners.remove(&self.id).unwrap_or_default(),
            groups: (groups.iter())
                .filter(|group| self.body.groups.contains(&group.id))
                .map(|group| group.name.to_string())
                .collect(),
            subscriptions,
            licenses,
        })
    }
}

/// Active subscriptions and the licenses in them that the partner may see, for the customers on one page: by now,
/// whether or not a job has written down what time has brought.
async fn subscriptions(
    db: &mut PgConnection,
    partner: OrganizationId,
    rows: &[Row],
    now: Timestamp,
) -> PortalResult<HashMap<Uuid, (u64, u64)>> {
    let customers: Vec<Uuid> = rows.iter().map(|row| row.customer_id).collect();
    let overtaken = overtaken(db, &customers, now).await.map_err(failed)?;
    let left_out: Vec<Uuid> = overtaken.keys().map(|id| id.into_uuid()).collect();
    let granted =
        |grant: Grant| -> Vec<bool> { rows.iter().map(|row| row.body.grants(grant)).collect() };
    let (administered, supported) = (granted(Grant::Administer), granted(Grant::Support));
    let sums = sqlx::query!(
        r#"select s.customer_id, count(*) as "subscriptions!", sum(s.quantity)::bigint as "licenses!"
           from unnest($2::uuid[], $3::bool[], $4::bool[]) as wanted(customer_id, administered, supported)
           join subscription s on s.customer_id = wanted.customer_id
           where s.status = 'active' and s.id <> all($5) and (wanted.administered
              or $1 in (s.partner_id, s.partner_of_record_id) or wanted.supported and $1 = s.support_contact_id)
           group by s.customer_id"#,
        partner.into_uuid(),
        &customers,
        &administered,
        &supported,
        &left_out,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    let sums = sums.into_iter().map(|sum| {
        let counted = (count(sum.subscriptions), count(sum.licenses));
        (sum.customer_id, counted)
    });
    let mut sums: HashMap<Uuid, (u64, u64)> = sums.collect();
    let by_now = overtaken.values();
    for it in by_now.filter(|it| matches!(it.state, State::Active)) {
        let mut of_customer = rows.iter().filter(|row| row.body.customer == it.customer);
        if of_customer.any(|row| Seen::by(&row.body).has(it)) {
            let sum = sums.entry(it.customer.into_uuid()).or_default();
            sum.0 += 1;
            sum.1 += u64::from(it.quantity.get());
        }
    }
    Ok(sums)
}
