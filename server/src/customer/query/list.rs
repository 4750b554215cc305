//! The list of customers.

mod beside;

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
    organization::{Organization, Party},
    relationship::{Grant, Relationship},
};
use tokio::sync::OnceCell;
use uuid::Uuid;

use self::beside::Beside;
use crate::{
    group::query as groups,
    list::{
        count,
        csv::Rows,
        in_order, reach,
        shown::{Entry, Shown},
        source::{Index, Part, Sort, SortKey, Source, Total, Wanted},
        typed,
    },
    organization::{
        query as load,
        query::{failed, party},
    },
    partnership::query::{Choosing, choices},
    pipeline::Read,
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
    /// Told by the first page.
    beside: OnceCell<Beside>,
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
        let beside = self.beside(db, other).await?;
        let total = if is_kept {
            Total::exactly(beside.customers)
        } else {
            counted
        };
        let rows = self.rows(db, &found.rows, &beside.groups).await?;
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
        let may_place = group::may_keep(&self.organization, &self.actor).is_ok();
        let beside = self.beside(db, other(query)).await?;
        Ok(CustomersPage {
            may_place: may_place && !beside.groups.is_empty(),
            open_requests: may.is_ok().then_some(beside.open_requests),
            groups: groups::choices(beside.groups.clone(), |_| false),
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
        Ok(Self {
            now: read.now(),
            organization,
            actor,
            beside: OnceCell::new(),
        })
    }

    /// What is said beside the rows, asked for once.
    async fn beside(&self, db: &mut PgConnection, other: Option<Uuid>) -> PortalResult<&Beside> {
        if let Some(told) = self.beside.get() {
            return Ok(told);
        }
        let told = Beside::load(db, (&self.organization, &self.actor), other, self.now).await?;
        Ok(self.beside.get_or_init(|| async move { told }).await)
    }

    /// Those of a change by this actor; no page is shown of them.
    pub(crate) fn for_change(organization: Organization, actor: Actor, now: Timestamp) -> Self {
        Self {
            now,
            organization,
            actor,
            beside: OnceCell::new(),
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
                    let of_row = "exists (select from relationship r where r.partner_id = served_together.partner_id
                        and r.id = served_together.relationship_id";
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

    /// The rows shown for these relationships, with what each customer has, and who else serves it.
    async fn rows(
        &self,
        db: &mut PgConnection,
        ids: &[Uuid],
        groups: &[CustomerGroup],
    ) -> PortalResult<Vec<CustomerRow>> {
        // The active subscriptions of a customer and the licenses in them: all of them, those that the partner has
        // ordered or earns incentives on, and those together with what it supports. Which of these it may see, its
        // rights say.
        let rows = sqlx::query_as!(
            Row,
            r#"select r.id, r.body as "body: Json<Relationship>", r.customer_id, c.name as customer, c.domain, c.country,
                  sold.everything as "everything!", sold.all_licenses as "all_licenses!", sold.own as "own!",
                  sold.own_licenses as "own_licenses!", sold.reached as "reached!",
                  sold.reached_licenses as "reached_licenses!",
                  (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by s.place), '[]')
                     from served_together s join organization o on o.id = s.other_id
                     where s.relationship_id = r.id and (s.until is null or s.until > $3))
                     as "others!: Json<Vec<Party>>"
               from relationship r join organization c on c.id = r.customer_id
               cross join lateral (
                  select count(*) as everything, coalesce(sum(s.quantity), 0)::bigint as all_licenses,
                     count(*) filter (where $1 in (s.partner_id, s.partner_of_record_id)) as own,
                     coalesce(sum(s.quantity) filter (where $1 in (s.partner_id, s.partner_of_record_id)), 0)::bigint
                        as own_licenses,
                     count(*) filter (where $1 in (s.partner_id, s.partner_of_record_id, s.support_contact_id))
                        as reached,
                     coalesce(sum(s.quantity) filter (
                        where $1 in (s.partner_id, s.partner_of_record_id, s.support_contact_id)), 0)::bigint
                        as reached_licenses
                  from subscription s where s.customer_id = r.customer_id and s.status = 'active'
               ) sold
               where r.partner_id = $1 and r.id = any($2)"#,
            self.organization.id.into_uuid(),
            ids,
            self.now,
        )
        .fetch_all(db)
        .await
        .map_err(failed)?;
        // What has ended by itself is not shown for want of a job that has written it down.
        let current = rows.into_iter().map(|row| Row {
            body: Json(row.body.0.as_of(self.now)),
            ..row
        });
        let current: Vec<Row> = current.filter(|row| row.body.is_active()).collect();
        let rows = in_order(ids, current, |row| row.id).into_iter();
        rows.map(|row| row.shown(groups)).collect()
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
        vec![
            Part::Sql("ends_at is not null and ends_at <= "),
            Part::Time(now + TimeDelta::days(days)),
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
    everything: i64,
    all_licenses: i64,
    own: i64,
    own_licenses: i64,
    reached: i64,
    reached_licenses: i64,
    others: Json<Vec<Party>>,
}

impl Row {
    fn shown(self, groups: &[CustomerGroup]) -> PortalResult<CustomerRow> {
        let (subscriptions, licenses) = self.seen();
        Ok(CustomerRow {
            party: party(self.customer_id, &self.customer)?,
            domain: self.domain,
            country: self.country.parse().map_err(failed)?,
            side: self.body.side,
            missing: self.body.missing(),
            ends: (self.body.next_end()).map(|ends| ends - TimeDelta::seconds(1)),
            since: self.body.since,
            other_partners: self.others.0,
            groups: (groups.iter())
                .filter(|group| self.body.groups.contains(&group.id))
                .map(|group| group.name.to_string())
                .collect(),
            subscriptions: count(subscriptions),
            licenses: count(licenses),
        })
    }

    /// Of the subscriptions, and of the licenses, those that the partner may see.
    fn seen(&self) -> (i64, i64) {
        if self.body.grants(Grant::Administer) {
            (self.everything, self.all_licenses)
        } else if self.body.grants(Grant::Support) {
            (self.reached, self.reached_licenses)
        } else {
            (self.own, self.own_licenses)
        }
    }
}
