//! Imports for pages.

mod lines;
mod list;
pub(super) mod users;

use serde_json::Value;
use sqlx::PgConnection;
use tierline_app::{
    error::PortalError,
    import::model::{ImportDetail, ImportRow, ImportStart},
    portal::PortalResult,
};
use tierline_core::{
    Refusal, access,
    ids::ImportId,
    import::{Command, Kind, decide},
};
use uuid::Uuid;

use crate::{
    list::shown::Entry,
    organization::{query as load, query::failed},
    pipeline::Read,
};

/// What the operator imported, and the lines of an import.
pub(crate) const LISTS: &[Entry] = &[
    Entry::of::<tierline_app::import::list::Imports>(),
    Entry::of::<tierline_app::import::list::ImportLines>(),
    Entry::of::<tierline_app::import::list::UserImportLines>(),
];

/// The number of earlier imports on the page where one begins.
const EARLIER: i64 = 5;

/// What there is to know before an import of this kind begins.
pub(crate) async fn start(read: &mut Read, kind: Kind) -> PortalResult<ImportStart> {
    may_import(read, kind).await?;
    let ids = sqlx::query_scalar!(
        "select id from import where kind = $1 order by at desc, id desc limit $2",
        kind.code(),
        EARLIER,
    )
    .fetch_all(read.db())
    .await
    .map_err(failed)?;
    begun(read, &ids).await
}

/// These imports, of which the open one stands apart.
async fn begun(read: &mut Read, ids: &[Uuid]) -> PortalResult<ImportStart> {
    let mut earlier = list::rows(read.db(), ids).await?;
    let open = earlier.iter().position(|row| row.status.is_open());
    Ok(ImportStart {
        open: open.map(|at| earlier.remove(at)),
        earlier,
    })
}

/// An import, with its first lines.
pub(crate) async fn detail(read: &mut Read, id: ImportId) -> PortalResult<ImportDetail> {
    let row = visible(read, id).await?;
    whole(read, row).await
}

/// An import that the caller may see, whole.
async fn whole(read: &mut Read, row: ImportRow) -> PortalResult<ImportDetail> {
    let id = row.id;
    let more = sqlx::query!(
        r#"select i.bytes, i.choice, i.phase, i.status_at, i.is_renewed, i.steps, i.done, u.name as "decided_by?"
           from import i left join app_user u on u.id = i.decided_by_id where i.id = $1"#,
        id.into_uuid(),
    )
    .fetch_one(read.db())
    .await
    .map_err(failed)?;
    let may = |command| decide(row.status, command).map(drop).map_err(Refusal::from);
    Ok(ImportDetail {
        bytes: more.bytes.unsigned_abs(),
        choice: texts(&more.choice),
        phase: more.phase.parse().map_err(failed)?,
        steps: more.steps.unsigned_abs(),
        done: more.done.unsigned_abs(),
        since: more.status_at,
        decided_by: more.decided_by,
        is_renewed: more.is_renewed,
        first: lines::first(read.db(), id).await?,
        may_apply: may(Command::Apply),
        may_discard: may(Command::Discard),
        row,
    })
}

/// An import that the caller may see. Others are not there.
async fn visible(read: &mut Read, id: ImportId) -> PortalResult<ImportRow> {
    let kinds = some_kinds(read).await?;
    let row = of(read.db(), id).await?.ok_or(PortalError::NotFound)?;
    if kinds.contains(&row.kind) {
        Ok(row)
    } else {
        Err(PortalError::NotFound)
    }
}

async fn of(db: &mut PgConnection, id: ImportId) -> PortalResult<Option<ImportRow>> {
    Ok(list::rows(db, &[id.into_uuid()]).await?.pop())
}

/// The kinds that the caller may import; beside them, why not another one.
async fn kinds(read: &mut Read) -> PortalResult<(Vec<Kind>, Option<PortalError>)> {
    let actor = read.actor()?;
    let operator = load::organization(read, actor.organization).await?;
    let mut refused = None;
    let mut kinds = Vec::new();
    for kind in Kind::PROGRAM {
        match access::authorize_on_program(&operator, &actor, kind.action()) {
            Ok(_) => kinds.push(kind),
            Err(refusal) => refused = Some(refusal.into()),
        }
    }
    Ok((kinds, refused))
}

/// The same for whoever may import something.
async fn some_kinds(read: &mut Read) -> PortalResult<Vec<Kind>> {
    match kinds(read).await? {
        (kinds, refused) if kinds.is_empty() => Err(refused.unwrap_or(PortalError::NotFound)),
        (kinds, _) => Ok(kinds),
    }
}

async fn may_import(read: &mut Read, kind: Kind) -> PortalResult<()> {
    if kind.is_of_customer() {
        return Err(PortalError::NotFound);
    }
    let actor = read.actor()?;
    let operator = load::organization(read, actor.organization).await?;
    access::authorize_on_program(&operator, &actor, kind.action())?;
    Ok(())
}

/// Every text of a choice, in its order.
fn texts(choice: &Value) -> Vec<String> {
    match choice {
        Value::String(text) => vec![text.clone()],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Object(values) => values.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}
