//! The list of organizations, for the operator.

use async_trait::async_trait;
use sqlx::{PgConnection, types::Json};
use tierline_app::{
    i18n::Lang,
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    operator::{
        list::{self as spec, CAPABILITY, COUNTRY, Organizations, STATE},
        model::{OrganizationRow, OrganizationsPage},
    },
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    organization::{Capabilities, Capability, SignedAgreement},
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
    organization::query::{failed, organization},
    pipeline::Read,
};

/// The list of organizations.
pub(crate) const LISTS: &[Entry] = &[Entry::of::<Organizations>()];

impl Shown for Organizations {
    type Rows = Visible;
    const FILE: &'static str = "organizations";

    async fn rows(read: &mut Read) -> PortalResult<Visible> {
        let actor = read.actor()?;
        let operator = organization(read, actor.organization).await?;
        access::authorize_on_program(&operator, &actor, Action::ManageOrganizations)?;
        Ok(Visible)
    }
}

/// Every organization, for the operator.
pub(crate) struct Visible;

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
        let mut wanted = Wanted::new(&ORGANIZATIONS, query, conditions(query));
        if !query.filter(CAPABILITY).is_empty() || !query.filter(STATE).is_empty() {
            wanted = wanted.counting_few();
        }
        let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
        let rows = rows(db, &found.rows).await?;
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

/// By capability, by its state or that of any, and by country: as the index of capabilities is asked, of which Postgres
/// knows how many rows have what.
fn conditions(query: &ListQuery) -> Vec<Vec<Part>> {
    let (capability, state) = (query.filter(CAPABILITY), query.filter(STATE));
    let mut conditions = Vec::new();
    match (capability.is_empty(), state.is_empty()) {
        (true, true) => {}
        (false, true) => conditions.push(vec![
            Part::Sql("capabilities ? "),
            Part::Text(typed(capability)),
        ]),
        (true, false) => conditions.push(in_state(Capability::ALL.map(Capability::code), state)),
        (false, false) => conditions.push(in_state([capability], state)),
    }
    let country = query.filter(COUNTRY);
    if !country.is_empty() {
        conditions.push(vec![Part::Sql("country = "), Part::Text(typed(country))]);
    }
    conditions
}

/// One of these capabilities is in this state.
fn in_state<'c>(capabilities: impl IntoIterator<Item = &'c str>, state: &str) -> Vec<Part> {
    let held = capabilities
        .into_iter()
        .map(|capability| serde_json::json!({ (typed(capability)): typed(state) }).to_string());
    vec![
        Part::Sql("capabilities @> any("),
        Part::Texts(held.collect()),
        Part::Sql("::jsonb[])"),
    ]
}

struct Row {
    id: Uuid,
    name: String,
    domain: String,
    country: String,
    capabilities: Json<Capabilities>,
    agreement: Option<Json<SignedAgreement>>,
    mpn: Option<String>,
    created_at: Timestamp,
    last_activity: Option<Timestamp>,
}

async fn rows(db: &mut PgConnection, ids: &[Uuid]) -> PortalResult<Vec<OrganizationRow>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select o.id, o.name, o.domain, o.country, o.capabilities as "capabilities: Json<Capabilities>",
              o.agreement as "agreement: Json<SignedAgreement>", o.mpn, o.created_at,
              (select e.at from event_audience a join event e on e.id = a.event_id
               where a.organization_id = o.id order by a.event_id desc limit 1) as "last_activity?"
           from organization o where o.id = any($1)"#,
        ids,
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    let rows = in_order(ids, rows, |row| row.id);
    rows.into_iter()
        .map(|row| {
            Ok(OrganizationRow {
                id: row.id.into(),
                name: row.name,
                domain: row.domain,
                country: row.country.parse().map_err(failed)?,
                capabilities: row.capabilities.0,
                agreement: row.agreement.map(|agreement| agreement.0.version),
                mpn: row.mpn,
                since: row.created_at,
                last_activity: row.last_activity,
            })
        })
        .collect()
}
