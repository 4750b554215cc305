//! The list of customers.

mod beside;
mod rows;

use async_trait::async_trait;
use chrono::TimeDelta;
use sqlx::PgConnection;
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
    group,
    organization::Organization,
};
use tokio::sync::OnceCell;
use uuid::Uuid;

use self::beside::Beside;
use crate::{
    group::query as groups,
    list::{
        csv::Rows,
        reach,
        shown::{Entry, Shown},
        source::{Index, Part, Sort, SortKey, Source, Total, Wanted},
        typed,
    },
    organization::query::{self as load, failed},
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
