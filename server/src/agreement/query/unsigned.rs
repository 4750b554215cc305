//! Those that have not signed a version, for the operator.

use async_trait::async_trait;
use sqlx::PgConnection;
use tierline_app::{
    agreement::{
        list::{self as spec, Unsigned},
        model::{UnsignedPage, UnsignedRow},
    },
    error::PortalError,
    i18n::Lang,
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    portal::PortalResult,
};
use tierline_core::{
    agreement::{Agreement, AgreementKind},
    ids::AgreementId,
};
use tokio::sync::OnceCell;
use uuid::Uuid;

use super::versions::{Tally, operator};
use crate::{
    agreement::store,
    list::{
        csv::Rows,
        in_order,
        shown::{Entry, Shown},
        source::{Index, Part, Sort, SortKey, Source, Total, Wanted},
    },
    organization::query::{failed, party},
    pipeline::Read,
    store::Hold,
};

/// The list of those that have not signed.
pub(crate) const LISTS: &[Entry] = &[Entry::of::<Unsigned>()];

impl Shown for Unsigned {
    type Rows = Visible;
    const FILE: &'static str = "not-signed";

    async fn rows(read: &mut Read) -> PortalResult<Visible> {
        operator(read).await?;
        Ok(Visible::default())
    }
}

/// Every organization, for who publishes for the operator.
#[derive(Default)]
pub(crate) struct Visible {
    /// The version that the address names, once it was asked for.
    version: OnceCell<Agreement>,
}

impl Visible {
    async fn version(&self, db: &mut PgConnection, query: &ListQuery) -> PortalResult<&Agreement> {
        if let Some(known) = self.version.get() {
            return Ok(known);
        }
        let version = version(db, query).await?;
        Ok(self.version.get_or_init(|| async move { version }).await)
    }
}

static ORGANIZATIONS: Source = Source {
    from: "organization",
    id: "id",
    search: "search",
    index: Some(Index {
        key: "sort_key",
        words: "words",
    }),
    sorts: &[Sort {
        name: "name",
        key: SortKey::Text("sort_key"),
    }],
    own: "name",
};

#[async_trait]
impl Rows for Visible {
    type Row = UnsignedRow;
    type Page = UnsignedPage;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<UnsignedRow>> {
        let version = self.version(db, query).await?;
        let wanted = Wanted::new(&ORGANIZATIONS, query, conditions(version)).counting_few();
        // Of those that are not searched, the number is kept.
        let is_kept = totaled && wanted.is_unsearched();
        let counted = totaled && !is_kept;
        let (found, counted) = wanted.found(db, size, counted).await.map_err(failed)?;
        let total = if is_kept {
            Total::exactly(Tally::load(db).await?.unsigned(version))
        } else {
            counted
        };
        let rows = rows(db, &found.rows).await?;
        Ok(found.with(rows, total))
    }

    fn spec(&self, lang: Lang) -> List<UnsignedRow> {
        spec::list(lang)
    }

    async fn around(
        self,
        found: Page<UnsignedRow>,
        query: &ListQuery,
        db: &mut PgConnection,
    ) -> PortalResult<UnsignedPage> {
        let version = self.version(db, query).await?;
        Ok(UnsignedPage {
            kind: version.kind,
            version: version.version.to_string(),
            partners: found,
        })
    }
}

/// The version that the address names.
async fn version(db: &mut PgConnection, query: &ListQuery) -> PortalResult<Agreement> {
    let id: Uuid = query.of.parse().map_err(|_| PortalError::NotFound)?;
    let id = AgreementId::from_uuid(id);
    let stored = store::by_id(db, id, Hold::Free).await.map_err(failed)?;
    Ok(stored.ok_or(PortalError::NotFound)?.value)
}

/// Those that the version concerns and that have not signed it, in the portal or, as the operator has entered it,
/// outside.
fn conditions(version: &Agreement) -> Vec<Vec<Part>> {
    let kind = || Part::Text(version.kind.code().to_owned());
    let name = || Part::Text(version.version.to_string());
    let concerned = match version.kind {
        // By the index of partners.
        AgreementKind::PartnerAgreement => vec![
            Part::Sql("is_partner(capabilities) and agreement ->> 'version' is distinct from "),
            name(),
        ],
        AgreementKind::IndirectResellerAgreement => vec![
            Part::Sql("id in (select s.organization_id from agreement_signature s where s.kind = "),
            kind(),
            Part::Sql(")"),
        ],
    };
    let unsigned = vec![
        Part::Sql(
            "not exists (select from agreement_signature s where s.organization_id = organization.id and s.kind = ",
        ),
        kind(),
        Part::Sql(" and s.name = "),
        name(),
        Part::Sql(")"),
    ];
    vec![concerned, unsigned]
}

/// The first of those that have not signed a version, by name.
pub(super) async fn first(
    db: &mut PgConnection,
    version: &Agreement,
    at_most: usize,
) -> PortalResult<Vec<UnsignedRow>> {
    let query = ListQuery::default();
    let wanted = Wanted::new(&ORGANIZATIONS, &query, conditions(version));
    let found = wanted.page(db, at_most).await.map_err(failed)?;
    rows(db, &found.rows).await
}

struct Row {
    id: Uuid,
    name: String,
    domain: String,
    country: String,
    mpn: Option<String>,
}

async fn rows(db: &mut PgConnection, ids: &[Uuid]) -> PortalResult<Vec<UnsignedRow>> {
    let rows = sqlx::query_as!(
        Row,
        "select id, name, domain, country, mpn from organization where id = any($1)",
        ids,
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    let rows = in_order(ids, rows, |row| row.id).into_iter();
    rows.map(|row| {
        Ok(UnsignedRow {
            party: party(row.id, &row.name)?,
            domain: row.domain,
            country: row.country.parse().map_err(failed)?,
            mpn: row.mpn,
        })
    })
    .collect()
}
