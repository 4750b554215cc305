//! The list of imports, newest first.

use async_trait::async_trait;
use sqlx::PgConnection;
use tierline_app::{
    i18n::Lang,
    import::{
        list::{self as spec, Imports, KIND, STATUS},
        model::{Counts, ImportRow},
    },
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    portal::PortalResult,
};
use tierline_core::{ids::OrganizationId, import::Kind};
use uuid::Uuid;

use crate::{
    list::{
        csv::Rows,
        in_order,
        shown::Shown,
        source::{Part, Sort, SortKey, Source, Wanted},
        typed,
    },
    organization::query::failed,
    pipeline::Read,
};

impl Shown for Imports {
    type Rows = Visible;
    const FILE: &'static str = "imports";

    async fn rows(read: &mut Read) -> PortalResult<Visible> {
        super::some_kinds(read).await.map(Visible)
    }
}

/// The imports of these kinds.
pub(crate) struct Visible(Vec<Kind>);

static IMPORTS: Source = Source {
    from: "import i",
    id: "i.id",
    search: "i.search",
    index: None,
    sorts: &[Sort {
        name: "at",
        key: SortKey::Time("i.at"),
    }],
    own: "-at",
};

#[async_trait]
impl Rows for Visible {
    type Row = ImportRow;
    type Page = Page<ImportRow>;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<ImportRow>> {
        let kinds = self.0.iter().map(|kind| kind.code().to_owned());
        let mut conditions = vec![vec![
            Part::Sql("i.kind = any("),
            Part::Texts(kinds.collect()),
            Part::Sql(")"),
        ]];
        for (name, column) in [(KIND, "i.kind = "), (STATUS, "i.status = ")] {
            let value = query.filter(name);
            if !value.is_empty() {
                conditions.push(vec![Part::Sql(column), Part::Text(typed(value))]);
            }
        }
        let wanted = Wanted::new(&IMPORTS, query, conditions);
        let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
        let rows = rows(db, &found.rows).await?;
        Ok(found.with(rows, total))
    }

    fn spec(&self, lang: Lang) -> List<ImportRow> {
        spec::of_imports(lang)
    }

    async fn around(
        self,
        found: Page<ImportRow>,
        _: &ListQuery,
        _: &mut PgConnection,
    ) -> PortalResult<Page<ImportRow>> {
        Ok(found)
    }
}

/// These imports, in this order.
pub(super) async fn rows(db: &mut PgConnection, ids: &[Uuid]) -> PortalResult<Vec<ImportRow>> {
    let rows = sqlx::query!(
        "select i.id, i.kind, i.file_name, i.status, i.at, u.name, i.lines, i.added, i.changed, i.ended, i.same, i.wrong,
            i.customer_id
         from import i join app_user u on u.id = i.by_id where i.id = any($1)",
        ids,
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    in_order(ids, rows, |row| row.id)
        .into_iter()
        .map(|row| {
            Ok(ImportRow {
                id: row.id.into(),
                kind: row.kind.parse().map_err(failed)?,
                customer: row.customer_id.map(OrganizationId::from_uuid),
                file: row.file_name,
                status: row.status.parse().map_err(failed)?,
                at: row.at,
                by: row.name,
                counts: Counts {
                    lines: row.lines.unsigned_abs(),
                    added: row.added.unsigned_abs(),
                    changed: row.changed.unsigned_abs(),
                    ended: row.ended.unsigned_abs(),
                    same: row.same.unsigned_abs(),
                    wrong: row.wrong.unsigned_abs(),
                },
            })
        })
        .collect()
}
