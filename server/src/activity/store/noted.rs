//! When something last happened to each organization, as the log tells it.

use sqlx::{PgConnection, PgPool};

/// The most events that are read in one transaction.
const AT_ONCE: i64 = 5000;

/// Reads on in the log, and notes for each organization when something last happened that concerns it. Returns the
/// number of events that were read; none means that there are no more yet.
pub(crate) async fn note(pool: &PgPool) -> Result<u64, sqlx::Error> {
    let mut transaction = pool.begin().await?;
    let read = read_on(&mut transaction).await?;
    transaction.commit().await?;
    Ok(read)
}

/// Rows of organizations are locked in the order of their ids, as commands do it.
async fn read_on(db: &mut PgConnection) -> Result<u64, sqlx::Error> {
    let from = sqlx::query!("select era, transaction, id from activity_read for update")
        .fetch_one(&mut *db)
        .await?;
    let last = sqlx::query!(
        r#"with batch as (
               select era, transaction, id, at from event
               where (era, transaction, id) > ($1, $2, $3) and event_is_settled(era, transaction)
               order by era, transaction, id limit $4
           ), newest as (
               select a.organization_id as id, max(b.at) as at
               from batch b join event_audience a on a.event_id = b.id group by a.organization_id
           ), held as (
               select o.id, n.at from organization o join newest n on n.id = o.id
               where o.last_activity_at < n.at order by o.id for no key update of o
           ), noted as (
               update organization o set last_activity_at = h.at from held h where o.id = h.id
           )
           select era as "era!", transaction as "transaction!", id as "id!",
              (select count(*) from batch) as "read!"
           from batch order by era desc, transaction desc, id desc limit 1"#,
        from.era,
        from.transaction,
        from.id,
        AT_ONCE,
    )
    .fetch_optional(&mut *db)
    .await?;
    let Some(last) = last else { return Ok(0) };
    sqlx::query!(
        "update activity_read set era = $1, transaction = $2, id = $3",
        last.era,
        last.transaction,
        last.id,
    )
    .execute(db)
    .await?;
    Ok(last.read.unsigned_abs())
}
