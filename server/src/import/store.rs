//! Imports as they are stored: what was begun, how far it has come, and what was found.

mod steps;

use std::collections::HashSet;

use serde_json::Value;
use sqlx::{PgConnection, PgPool};
use tierline_core::{
    Timestamp,
    ids::{ImportId, OrganizationId, UserId},
    import::{Kind, Open, Phase, Problem, Status},
    text::search::SearchText,
};
use uuid::Uuid;

use super::{Line, Report};
use crate::store::decoded;

pub(super) use steps::{begin_steps, left_out, progress, step};

/// The most lines of one statement.
const BATCH: usize = 5_000;

/// An import for whoever works on it.
#[derive(Clone, Debug)]
pub(crate) struct Import {
    pub id: ImportId,
    pub kind: Kind,
    pub status: Status,
    /// The organization that imports.
    pub operator: OrganizationId,
    /// The customer that it is about.
    pub customer: Option<OrganizationId>,
    pub by: UserId,
    pub decided_by: Option<UserId>,
    pub choice: Value,
    /// The hash of what was shown.
    pub shown: Option<Vec<u8>>,
    pub attempts: i32,
    /// In how many steps it is applied, once that has begun.
    pub steps: i64,
}

struct Row {
    id: Uuid,
    kind: String,
    status: String,
    operator_id: Uuid,
    customer_id: Option<Uuid>,
    by_id: Uuid,
    decided_by_id: Option<Uuid>,
    choice: Value,
    shown: Option<Vec<u8>>,
    attempts: i32,
    steps: i64,
}

impl Row {
    fn read(self) -> Result<Import, sqlx::Error> {
        Ok(Import {
            id: self.id.into(),
            kind: decoded(self.kind.parse())?,
            status: decoded(self.status.parse())?,
            operator: self.operator_id.into(),
            customer: self.customer_id.map(OrganizationId::from),
            by: self.by_id.into(),
            decided_by: self.decided_by_id.map(UserId::from),
            choice: self.choice,
            shown: self.shown,
            attempts: self.attempts,
            steps: self.steps,
        })
    }
}

/// A new import.
pub(crate) struct New<'a> {
    pub id: ImportId,
    pub kind: Kind,
    pub operator: OrganizationId,
    pub customer: Option<OrganizationId>,
    pub by: UserId,
    pub at: Timestamp,
    pub name: &'a str,
    pub bytes: u64,
    pub choice: &'a Value,
}

pub(crate) async fn insert(db: &mut PgConnection, new: New<'_>) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into import
            (id, kind, operator_id, by_id, at, file_name, bytes, choice, status, status_at, phase, search,
             customer_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'checking', $5, 'waiting', $9, $10)",
        new.id.into_uuid(),
        new.kind.code(),
        new.operator.into_uuid(),
        new.by.into_uuid(),
        new.at,
        new.name,
        i64::try_from(new.bytes).unwrap_or(i64::MAX),
        new.choice,
        SearchText::of([new.name]).to_string(),
        new.customer.map(OrganizationId::into_uuid),
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The import of this kind, by this organization and about this customer, that is open, while no other one begins.
pub(super) async fn lock_open(
    db: &mut PgConnection,
    kind: Kind,
    by: OrganizationId,
    customer: Option<OrganizationId>,
) -> Result<Option<Open>, sqlx::Error> {
    let customer = customer.map(OrganizationId::into_uuid);
    let locked = format!("import {kind} {by} {}", customer.unwrap_or_default());
    sqlx::query!(
        r#"select pg_advisory_xact_lock(hashtextextended($1, 0)) as "locked!: ()""#,
        locked,
    )
    .fetch_one(&mut *db)
    .await?;
    let row = sqlx::query!(
        "select u.name, i.at from import i join app_user u on u.id = i.by_id
         where i.kind = $1 and i.operator_id = $2 and i.customer_id is not distinct from $3
            and i.status in ('checking', 'checked', 'applying')",
        kind.code(),
        by.into_uuid(),
        customer,
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Open {
        by: row.name,
        since: row.at,
    }))
}

pub(crate) async fn by_id(
    db: &mut PgConnection,
    id: ImportId,
) -> Result<Option<Import>, sqlx::Error> {
    let row = sqlx::query_as!(
        Row,
        "select id, kind, status, operator_id, customer_id, by_id, decided_by_id, choice, shown, attempts, steps
         from import where id = $1",
        id.into_uuid(),
    )
    .fetch_optional(db)
    .await?;
    row.map(Row::read).transpose()
}

/// Begins to work on this import, unless nothing is to be done.
pub(super) async fn begin(pool: &PgPool, id: ImportId) -> Result<Option<Import>, sqlx::Error> {
    let row = sqlx::query_as!(
        Row,
        "update import set attempts = attempts + 1
         where id = $1 and status in ('checking', 'applying')
         returning id, kind, status, operator_id, customer_id, by_id, decided_by_id, choice, shown, attempts,
            steps",
        id.into_uuid(),
    )
    .fetch_optional(pool)
    .await?;
    row.map(Row::read).transpose()
}

/// Notes what is being done, beside the transaction that does it.
pub(super) async fn set_phase(
    pool: &PgPool,
    id: ImportId,
    phase: Phase,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update import set phase = $2 where id = $1",
        id.into_uuid(),
        phase.code(),
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Writes what was decided; false if the import is no longer what it was.
pub(crate) async fn settle(
    db: &mut PgConnection,
    id: ImportId,
    (from, to): (Status, Status),
    by: UserId,
    now: Timestamp,
) -> Result<bool, sqlx::Error> {
    let saved = sqlx::query!(
        "update import set status = $3, status_at = $4, decided_by_id = $5, phase = 'waiting', attempts = 0
         where id = $1 and status = $2",
        id.into_uuid(),
        from.code(),
        to.code(),
        now,
        by.into_uuid(),
    )
    .execute(db)
    .await?;
    Ok(saved.rows_affected() == 1)
}

/// Gives up an import that is under way.
pub(super) async fn give_up(
    pool: &PgPool,
    id: ImportId,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update import set status = 'failed', status_at = $2 where id = $1 and status in ('checking', 'applying')",
        id.into_uuid(),
        now,
    )
    .execute(pool)
    .await?;
    Ok(())
}

pub(super) async fn is_open(pool: &PgPool, id: ImportId) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from import where id = $1 and status in ('checking', 'checked', 'applying')) as "open!""#,
        id.into_uuid(),
    )
    .fetch_one(pool)
    .await
}

pub(super) async fn open_ids(pool: &PgPool) -> Result<HashSet<Uuid>, sqlx::Error> {
    let ids = sqlx::query_scalar!(
        "select id from import where status in ('checking', 'checked', 'applying')"
    )
    .fetch_all(pool)
    .await?;
    Ok(ids.into_iter().collect())
}

/// Writes what was found, and what the import becomes by that; false if it is no longer what it was. The lines of an
/// earlier look are replaced.
pub(crate) async fn found(
    db: &mut PgConnection,
    id: ImportId,
    (from, to): (Status, Status),
    report: &Report,
    now: Timestamp,
) -> Result<bool, sqlx::Error> {
    let signed = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let shown = report.digest();
    let is_renewed = from == Status::Applying && to != Status::Applied;
    let saved = sqlx::query!(
        "update import set status = $3, status_at = $4, lines = $5, added = $6, changed = $7, ended = $8, same = $9,
            wrong = $10, shown = $11, is_renewed = $12,
            decided_by_id = case when $3 = 'applied' then decided_by_id end
         where id = $1 and status = $2",
        id.into_uuid(),
        from.code(),
        to.code(),
        now,
        signed(report.lines),
        signed(report.added),
        signed(report.changed),
        signed(report.ended),
        signed(report.same),
        signed(report.wrong()),
        &shown[..],
        is_renewed,
    )
    .execute(&mut *db)
    .await?;
    if saved.rows_affected() != 1 {
        return Ok(false);
    }
    if to == Status::Applied {
        // The lines are those that were shown.
        return Ok(true);
    }
    sqlx::query!(
        "delete from import_line where import_id = $1",
        id.into_uuid()
    )
    .execute(&mut *db)
    .await?;
    for (at, lines) in report.told.chunks(BATCH).enumerate() {
        put(&mut *db, id, at * BATCH, lines).await?;
    }
    Ok(true)
}

async fn put(
    db: &mut PgConnection,
    id: ImportId,
    from: usize,
    lines: &[Line],
) -> Result<(), sqlx::Error> {
    let ids: Vec<Uuid> = lines.iter().map(|_| Uuid::now_v7()).collect();
    let places: Vec<i64> = (from..from + lines.len())
        .map(|place| i64::try_from(place).unwrap_or(i64::MAX))
        .collect();
    let numbers: Vec<Option<i64>> = lines
        .iter()
        .map(|it| it.line.map(|line| i64::try_from(line).unwrap_or(i64::MAX)))
        .collect();
    let effects: Vec<String> = lines.iter().map(|it| it.effect.code().to_owned()).collect();
    let texts =
        |of: fn(&Line) -> &String| lines.iter().map(|it| of(it).clone()).collect::<Vec<_>>();
    let before: Vec<Option<String>> = lines.iter().map(|it| it.before.clone()).collect();
    let after: Vec<Option<String>> = lines.iter().map(|it| it.after.clone()).collect();
    let problems: Vec<Option<Value>> = lines
        .iter()
        .map(|it| it.problem.as_ref().map(serde_json::to_value).transpose())
        .collect::<Result<_, _>>()
        .map_err(|error| sqlx::Error::Encode(Box::new(error)))?;
    let words: Vec<String> = lines.iter().map(words).collect();
    sqlx::query!(
        "insert into import_line
            (id, import_id, place, line, effect, subject, detail, before, after, problem, search)
         select id, $1, place, line, effect, subject, detail, before, after, problem, words
         from unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
            $10::jsonb[], $11::text[])
            as new (id, place, line, effect, subject, detail, before, after, problem, words)",
        id.into_uuid(),
        &ids,
        &places,
        &numbers as _,
        &effects,
        &texts(|it| &it.subject),
        &texts(|it| &it.detail),
        &before as _,
        &after as _,
        &problems as _,
        &words,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The words by which a line is found: what it is about, and the field that is wrong.
fn words(line: &Line) -> String {
    let field = match &line.problem {
        Some(
            Problem::Invalid { text, .. }
            | Problem::Taken { text }
            | Problem::InUse { text, .. }
            | Problem::AccountTaken { text }
            | Problem::UserRemoved { text }
            | Problem::HolderBlocked { text }
            | Problem::NoneLeft { text }
            | Problem::OtherKind { text, .. }
            | Problem::AddOnAsBase { text, .. }
            | Problem::Circle { text },
        ) => text.as_str(),
        _ => "",
    };
    SearchText::of([line.subject.as_str(), line.detail.as_str(), field]).to_string()
}
