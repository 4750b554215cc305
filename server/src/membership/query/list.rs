//! The list of members.

use async_trait::async_trait;
use sqlx::PgConnection;
use tierline_app::{
    i18n::Lang,
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    membership::{
        list::{self as spec, COUNTRY, Registry, STATE},
        model::{MemberRow, MemberStatus, RegistryPage},
    },
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    market::Country,
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
    organization::{query as load, query::failed},
    pipeline::Read,
};

/// The list of members.
pub(crate) const LISTS: &[Entry] = &[Entry::of::<Registry>()];

impl Shown for Registry {
    type Rows = Visible;
    const FILE: &'static str = "registry";

    async fn rows(read: &mut Read) -> PortalResult<Visible> {
        let actor = read.actor()?;
        let operator = load::organization(read, actor.organization).await?;
        access::authorize_on_program(&operator, &actor, Action::ManageMembers)?;
        Ok(Visible)
    }
}

/// Every member, for the operator.
pub(crate) struct Visible;

static MEMBERS: Source = Source {
    from: "registry_member",
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
            name: "locations",
            key: SortKey::Number("(locations::bigint)"),
        },
        Sort {
            name: "since",
            key: SortKey::Time("since"),
        },
    ],
    own: "name",
};

#[async_trait]
impl Rows for Visible {
    type Row = MemberRow;
    type Page = RegistryPage;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<MemberRow>> {
        let mut conditions = Vec::new();
        let country = query.filter(COUNTRY);
        if !country.is_empty() {
            conditions.push(vec![
                Part::Sql("countries @> "),
                Part::Texts(vec![typed(country)]),
            ]);
        }
        let state = query.filter(STATE);
        if !state.is_empty() {
            conditions.push(vec![Part::Sql(match state {
                "active" => "is_active",
                "inactive" => "not is_active",
                _ => "false",
            })]);
        }
        let wanted = Wanted::new(&MEMBERS, query, conditions).short();
        let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
        let rows = rows(db, &found.rows).await?;
        Ok(found.with(rows, total))
    }

    fn spec(&self, lang: Lang) -> List<MemberRow> {
        spec::list(lang)
    }

    async fn around(
        self,
        found: Page<MemberRow>,
        _: &ListQuery,
        db: &mut PgConnection,
    ) -> PortalResult<RegistryPage> {
        let codes = distinct(db, "registry_mpn", "country", "country is not null").await;
        let codes = codes.map_err(failed)?;
        Ok(RegistryPage {
            members: found,
            countries: countries(&codes),
        })
    }
}

/// The countries of these codes.
fn countries(codes: &[String]) -> Vec<Country> {
    codes.iter().filter_map(|code| code.parse().ok()).collect()
}

struct Row {
    id: Uuid,
    name: String,
    account: String,
    locations: i32,
    countries: Vec<String>,
    is_active: bool,
    has_password: bool,
    since: Timestamp,
}

async fn rows(db: &mut PgConnection, ids: &[Uuid]) -> PortalResult<Vec<MemberRow>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select id, name, account, locations, countries, is_active, password_hash is not null as "has_password!",
              since
           from registry_member where id = any($1)"#,
        ids,
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    let rows = in_order(ids, rows, |row| row.id);
    Ok(rows
        .into_iter()
        .map(|row| MemberRow {
            id: row.id.into(),
            name: row.name,
            account: row.account,
            locations: u32::try_from(row.locations).unwrap_or_default(),
            countries: countries(&row.countries),
            status: MemberStatus::of(row.is_active),
            has_password: row.has_password,
            since: row.since,
        })
        .collect())
}
