//! How far an import has come that is applied in steps.

use serde_json::Value;
use sqlx::{PgConnection, PgPool};
use tierline_core::{Timestamp, ids::ImportId};

use crate::import::Line;

/// Notes that it is applied in so many steps from now on, none of which is done.
pub(in crate::import) async fn begin_steps(
    db: &mut PgConnection,
    id: ImportId,
    of: usize,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update import set steps = $2, done = 0 where id = $1 and status = 'applying'",
        id.into_uuid(),
        signed(of),
    )
    .execute(db)
    .await?;
    Ok(())
}

/// How many steps are done; none of an import that is not being applied in steps.
pub(in crate::import) async fn progress(
    pool: &PgPool,
    id: ImportId,
) -> Result<Option<usize>, sqlx::Error> {
    let done = sqlx::query_scalar!(
        "select done from import where id = $1 and status = 'applying' and steps > 0",
        id.into_uuid(),
    )
    .fetch_optional(pool)
    .await?;
    Ok(done.map(|done| usize::try_from(done).unwrap_or_default()))
}

/// Notes the steps that are done, from where they began; false if somebody else has gone on meanwhile. After the last
/// one it is applied, and what was found is counted again, without the lines that were left out.
pub(in crate::import) async fn step(
    db: &mut PgConnection,
    id: ImportId,
    (from, to): (usize, usize),
    is_last: bool,
    now: Timestamp,
) -> Result<bool, sqlx::Error> {
    let noted = sqlx::query!(
        "update import set done = $3 where id = $1 and status = 'applying' and done = $2",
        id.into_uuid(),
        signed(from),
        signed(to),
    )
    .execute(&mut *db)
    .await?;
    if noted.rows_affected() != 1 {
        return Ok(false);
    }
    if is_last {
        sqlx::query!(
            "update import i set status = 'applied', status_at = $2, added = found.added, changed = found.changed,
                wrong = found.wrong
             from (select count(*) filter (where effect = 'added') as added,
                      count(*) filter (where effect = 'changed') as changed,
                      count(*) filter (where effect = 'wrong') as wrong
                   from import_line where import_id = $1) found
             where i.id = $1",
            id.into_uuid(),
            now,
        )
        .execute(db)
        .await?;
    }
    Ok(true)
}

/// Tells these lines as left out, where they were told to be done, and what is wrong with them by now.
pub(in crate::import) async fn left_out(
    db: &mut PgConnection,
    id: ImportId,
    wrong: &[Line],
) -> Result<(), sqlx::Error> {
    let told = || wrong.iter().filter(|it| it.line.is_some());
    let lines: Vec<i64> = told()
        .filter_map(|it| i64::try_from(it.line?).ok())
        .collect();
    if lines.is_empty() {
        return Ok(());
    }
    let problems: Vec<Option<Value>> = told()
        .map(|it| it.problem.as_ref().map(serde_json::to_value).transpose())
        .collect::<Result<_, _>>()
        .map_err(|error| sqlx::Error::Encode(Box::new(error)))?;
    sqlx::query!(
        "with new as (
            select distinct on (line) line, problem from unnest($2::bigint[], $3::jsonb[]) as given (line, problem)
            order by line
         ), told as (
            update import_line l set effect = 'wrong', before = null, after = null, problem = new.problem
            from new where l.import_id = $1 and l.line = new.line
            returning l.line
         )
         insert into import_line (id, import_id, place, line, effect, subject, detail, problem, search)
         select gen_random_uuid(), $1, (select coalesce(max(place), 0) from import_line where import_id = $1)
               + row_number() over (order by new.line), new.line, 'wrong', '', '', new.problem, ''
         from new where not exists (select from told where told.line = new.line)",
        id.into_uuid(),
        &lines,
        &problems as _,
    )
    .execute(db)
    .await?;
    Ok(())
}

fn signed(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
