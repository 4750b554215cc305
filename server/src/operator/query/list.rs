//! The list of organizations, for the operator.

use std::collections::HashMap;

use async_trait::async_trait;
use sqlx::PgConnection;
use tierline_app::{
    i18n::Lang,
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    operator::{
        list::{
            self as spec, AGREEMENT, CAPABILITY, COUNTRY, OFFBOARDING, Organizations, REVIEW,
            STATE, UNDER_REVIEW, UNSIGNED,
        },
        model::{OrganizationRow, OrganizationsPage},
        state,
    },
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    organization::{Capability, Organization},
};
use uuid::Uuid;

use crate::{
    list::{
        csv::Rows,
        distinct, in_order,
        shown::{Entry, Shown},
        source::{Index, Part, Sort, SortKey, Source, Wanted},
        typed,
    },
    organization::{
        query::{failed, organization},
        store,
    },
    pipeline::Read,
};

/// The list of organizations.
pub(crate) const LISTS: &[Entry] = &[Entry::of::<Organizations>()];

impl Shown for Organizations {
    type Rows = Visible;
    const FILE: &'static str = "organizations";

    async fn rows(read: &mut Read) -> PortalResult<Visible> {
        let now = read.now();
        let actor = read.actor()?;
        let operator = organization(read, actor.organization).await?;
        access::authorize_on_program(&operator, &actor, Action::ManageOrganizations)?;
        Ok(Visible { now })
    }
}

/// Every organization, for the operator.
pub(crate) struct Visible {
    now: Timestamp,
}

static ORGANIZATIONS: Source = Source {
    from: "organization",
    id: "id",
    search: "search",
    index: Some(Index {
        key: "sort_key",
        words: "words",
    }),
    sorts: &[
        Sort {
            name: "name",
            key: SortKey::Text("sort_key"),
        },
        Sort {
            name: "since",
            key: SortKey::Time("created_at"),
        },
        Sort {
            name: "last_activity",
            key: SortKey::Time("last_activity_at"),
        },
    ],
    own: "name",
};

#[async_trait]
impl Rows for Visible {
    type Row = OrganizationRow;
    type Page = OrganizationsPage;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<OrganizationRow>> {
        // What time has changed is asked for only where states are.
        let moved = match query.filter(STATE) {
            "" => Vec::new(),
            _ => moved(db, self.now).await?,
        };
        let mut wanted = Wanted::new(&ORGANIZATIONS, query, conditions(query, &moved));
        if !query.filter(CAPABILITY).is_empty() || !query.filter(STATE).is_empty() {
            wanted = wanted.counting_few();
        }
        let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
        let rows = rows(db, &found.rows, self.now).await?;
        Ok(found.with(rows, total))
    }

    fn spec(&self, lang: Lang) -> List<OrganizationRow> {
        spec::list(lang)
    }

    async fn around(
        self,
        found: Page<OrganizationRow>,
        _: &ListQuery,
        db: &mut PgConnection,
    ) -> PortalResult<OrganizationsPage> {
        let codes = distinct(db, "organization", "country", "true").await;
        let codes = codes.map_err(failed)?;
        Ok(OrganizationsPage {
            organizations: found,
            countries: codes.iter().filter_map(|code| code.parse().ok()).collect(),
        })
    }
}

/// By capability, by its state or that of any, by country, and by the mark for offboarding: as the index of
/// capabilities is asked, of which Postgres knows how many rows have what.
fn conditions(query: &ListQuery, moved: &[Organization]) -> Vec<Vec<Part>> {
    let (capability, state) = (query.filter(CAPABILITY), query.filter(STATE));
    let mut conditions = Vec::new();
    match (capability.is_empty(), state.is_empty()) {
        (true, true) => {}
        (false, true) => conditions.push(vec![
            Part::Sql("capabilities ? "),
            Part::Text(typed(capability)),
        ]),
        (true, false) => {
            conditions.push(in_state(
                &Capability::ALL.map(Capability::code),
                state,
                moved,
            ));
        }
        (false, false) => conditions.push(in_state(&[capability], state, moved)),
    }
    let country = query.filter(COUNTRY);
    if !country.is_empty() {
        conditions.push(vec![Part::Sql("country = "), Part::Text(typed(country))]);
    }
    if query.filter(AGREEMENT) == UNSIGNED {
        conditions.push(vec![Part::Sql(
            "agreement is null and is_partner(capabilities)",
        )]);
    }
    if query.filter(REVIEW) == UNDER_REVIEW {
        // Few at a time.
        conditions.push(vec![Part::Sql(
            "id in (select customer_id from customer_review)",
        )]);
    }
    match query.filter(OFFBOARDING) {
        spec::MARKED => conditions.push(vec![Part::Sql("offboarding is not null")]),
        spec::UNMARKED => conditions.push(vec![Part::Sql(
            "offboarding is null and capabilities ->> 'direct_bill' is not null",
        )]),
        _ => {}
    }
    conditions
}

/// One of these capabilities is in this state: as it is stored, but for those organizations that time has moved since.
fn in_state(capabilities: &[&str], wanted: &str, moved: &[Organization]) -> Vec<Part> {
    let stored = capabilities
        .iter()
        .map(|capability| serde_json::json!({ (typed(capability)): typed(wanted) }).to_string());
    let stored = vec![
        Part::Sql("capabilities @> any("),
        Part::Texts(stored.collect()),
        Part::Sql("::jsonb[])"),
    ];
    if moved.is_empty() {
        return stored;
    }
    let ids = |of: &[&Organization]| of.iter().map(|it| it.id.into_uuid()).collect();
    let is_now = |it: &&Organization| {
        Capability::ALL.into_iter().any(|capability| {
            let held = it.capabilities.state(capability).map(state::code);
            capabilities.contains(&capability.code()) && held == Some(wanted)
        })
    };
    let all: Vec<&Organization> = moved.iter().collect();
    let now: Vec<&Organization> = moved.iter().filter(is_now).collect();
    let mut parts = vec![Part::Sql("(")];
    parts.extend(stored);
    parts.extend([
        Part::Sql(" and id <> all("),
        Part::Ids(ids(&all)),
        Part::Sql(") or id = any("),
        Part::Ids(ids(&now)),
        Part::Sql("))"),
    ]);
    parts
}

/// The most organizations that are looked at for what time has changed: as many as a job records at a time.
const MOVED: i64 = 1_000;

/// The organizations, as they stand at this moment, of which time may have changed a state that no job has recorded
/// yet: few, for jobs do it soon. Where jobs lag far behind, those that have waited longest.
async fn moved(db: &mut PgConnection, now: Timestamp) -> PortalResult<Vec<Organization>> {
    let ids = sqlx::query_scalar!(
        r#"select moved.id as "id!" from (
              (select id, offboards_at as at from organization where offboards_at <= $1 order by at limit $2)
              union all
              (select organization_id, suspends_at from enrollment
               where suspends_at <= $1 and status <> 'suspended' order by suspends_at limit $2)
           ) moved group by moved.id order by min(moved.at), moved.id limit $2"#,
        now,
        MOVED,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    let known = store::recorded(db, &ids, now).await.map_err(failed)?;
    Ok(known.into_iter().map(|recorded| recorded.at(now)).collect())
}

struct Row {
    id: Uuid,
    created_at: Timestamp,
    last_activity: Option<Timestamp>,
}

/// The rows of these organizations, as they stand at this moment: what has lapsed is shown so, whether or not a job has
/// recorded it.
async fn rows(
    db: &mut PgConnection,
    ids: &[Uuid],
    now: Timestamp,
) -> PortalResult<Vec<OrganizationRow>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select id, created_at, nullif(last_activity_at, 'epoch') as last_activity
           from organization where id = any($1)"#,
        ids,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    let known = store::recorded(db, ids, now).await.map_err(failed)?;
    let mut known: HashMap<Uuid, Organization> = known
        .into_iter()
        .map(|recorded| recorded.at(now))
        .map(|organization| (organization.id.into_uuid(), organization))
        .collect();
    let rows = in_order(ids, rows, |row| row.id).into_iter();
    let shown = rows.filter_map(|row| {
        let it = known.remove(&row.id)?;
        let held = Capability::ALL.into_iter();
        let mut suspended_by: Vec<_> = held.flat_map(|held| it.suspended_by(held)).collect();
        suspended_by.sort_unstable();
        suspended_by.dedup();
        Some(OrganizationRow {
            id: it.id,
            name: it.name.to_string(),
            domain: it.domain.to_string(),
            country: it.country,
            capabilities: it.capabilities,
            suspended_by,
            offboarding: it.offboarding.map(|mark| mark.from),
            agreement: it.agreement.map(|agreement| agreement.version),
            mpn: it.mpn.map(|mpn| mpn.to_string()),
            since: row.created_at,
            last_activity: row.last_activity,
        })
    });
    Ok(shown.collect())
}
