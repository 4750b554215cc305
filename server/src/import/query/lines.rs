//! The lines of an import, in their order: the wrong ones first.

use async_trait::async_trait;
use sqlx::{PgConnection, types::Json};
use tierline_app::{
    error::PortalError,
    i18n::Lang,
    import::{
        list::{self as spec, EFFECT, ImportLines},
        model::LineRow,
    },
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    portal::PortalResult,
};
use tierline_core::{
    ids::ImportId,
    import::{Kind, Problem},
};
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

/// The number of lines on the page of the import.
const FIRST: i64 = 20;

impl Shown for ImportLines {
    type Rows = Visible;
    const FILE: &'static str = "import-lines";

    async fn rows(read: &mut Read) -> PortalResult<Visible> {
        super::some_kinds(read).await.map(Visible)
    }
}

/// The lines of an import of these kinds.
pub(crate) struct Visible(Vec<Kind>);

static LINES: Source = Source {
    from: "import_line l",
    id: "l.id",
    search: "l.search",
    index: None,
    sorts: &[Sort {
        name: "line",
        key: SortKey::Number("l.place"),
    }],
    own: "line",
};

#[async_trait]
impl Rows for Visible {
    type Row = LineRow;
    type Page = Page<LineRow>;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<LineRow>> {
        let import: Uuid = query.of.parse().map_err(|_| PortalError::NotFound)?;
        let found = super::of(db, import.into()).await?;
        if !found.is_some_and(|it| self.0.contains(&it.kind)) {
            return Err(PortalError::NotFound);
        }
        of_import(db, import, query, (size, totaled)).await
    }

    fn spec(&self, lang: Lang) -> List<LineRow> {
        spec::of_lines(lang)
    }

    async fn around(
        self,
        found: Page<LineRow>,
        _: &ListQuery,
        _: &mut PgConnection,
    ) -> PortalResult<Page<LineRow>> {
        Ok(found)
    }
}

/// These lines of an import that the caller may see.
pub(super) async fn of_import(
    db: &mut PgConnection,
    import: Uuid,
    query: &ListQuery,
    (size, totaled): (usize, bool),
) -> PortalResult<Page<LineRow>> {
    let mut conditions = vec![vec![Part::Sql("l.import_id = "), Part::Id(import)]];
    let effect = query.filter(EFFECT);
    if !effect.is_empty() {
        conditions.push(vec![Part::Sql("l.effect = "), Part::Text(typed(effect))]);
    }
    let wanted = Wanted::new(&LINES, query, conditions);
    let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
    let rows = rows(db, &found.rows).await?;
    Ok(found.with(rows, total))
}

/// The first lines of an import.
pub(super) async fn first(db: &mut PgConnection, import: ImportId) -> PortalResult<Vec<LineRow>> {
    let ids = sqlx::query_scalar!(
        "select id from import_line where import_id = $1 order by place limit $2",
        import.into_uuid(),
        FIRST,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    rows(db, &ids).await
}

async fn rows(db: &mut PgConnection, ids: &[Uuid]) -> PortalResult<Vec<LineRow>> {
    let rows = sqlx::query!(
        r#"select id, line, effect, subject, detail, before, after, problem as "problem: Json<Problem>"
           from import_line where id = any($1)"#,
        ids,
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    in_order(ids, rows, |row| row.id)
        .into_iter()
        .map(|row| {
            Ok(LineRow {
                line: row.line.map(i64::unsigned_abs),
                effect: row.effect.parse().map_err(failed)?,
                subject: row.subject,
                detail: row.detail,
                before: row.before,
                after: row.after,
                problem: row.problem.map(|problem| problem.0),
            })
        })
        .collect()
}
