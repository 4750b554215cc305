//! The answers to changing requests, so that a repeated one gets the first answer.

use sqlx::PgConnection;
use tierline_core::{Timestamp, ids::RequestId};
use uuid::Uuid;

use crate::pipeline::{CommandError, CommandResult};

/// The identity of a request: its caller, its id and its content.
#[derive(Debug)]
pub(crate) struct Key {
    pub asker: Uuid,
    pub request: RequestId,
    pub fingerprint: Vec<u8>,
}

/// The remembered outcome, if this request was made before. Waits for a running one with the same id.
pub(crate) async fn claim(
    db: &mut PgConnection,
    key: &Key,
) -> CommandResult<Option<serde_json::Value>> {
    turn(db, key.request).await?;
    match stored(db, key.asker, key.request).await? {
        None => Ok(None),
        Some(row) if row.fingerprint == key.fingerprint => Ok(Some(row.outcome)),
        Some(_) => Err(CommandError::Conflict),
    }
}

/// Whether this request was made before, whatever it asked for. Waits for a running one with the same id.
pub(crate) async fn is_known(
    db: &mut PgConnection,
    asker: Uuid,
    request: RequestId,
) -> CommandResult<bool> {
    turn(db, request).await?;
    Ok(stored(db, asker, request).await?.is_some())
}

/// Two requests with the same id come one after the other.
async fn turn(db: &mut PgConnection, request: RequestId) -> Result<(), sqlx::Error> {
    // Ids are random, so half of one is enough to tell requests apart; two that collide only wait for each other.
    let (high, low) = request.as_uuid().as_u64_pair();
    let lock = (high ^ low).cast_signed();
    sqlx::query!(r#"select pg_advisory_xact_lock($1) as "locked!: ()""#, lock)
        .fetch_one(db)
        .await?;
    Ok(())
}

/// What is remembered of a request.
struct Remembered {
    fingerprint: Vec<u8>,
    outcome: serde_json::Value,
}

async fn stored(
    db: &mut PgConnection,
    asker: Uuid,
    request: RequestId,
) -> Result<Option<Remembered>, sqlx::Error> {
    sqlx::query_as!(
        Remembered,
        "select fingerprint, outcome from request_outcome where organization_id = $1 and request_id = $2",
        asker,
        request.as_uuid(),
    )
    .fetch_optional(db)
    .await
}

/// Remembers an outcome.
pub(crate) async fn remember(
    db: &mut PgConnection,
    key: &Key,
    outcome: &serde_json::Value,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into request_outcome (organization_id, request_id, fingerprint, outcome, at) values ($1, $2, $3, $4, $5)",
        key.asker,
        key.request.as_uuid(),
        key.fingerprint,
        outcome,
        now,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Deletes the outcomes of requests from before this time; returns how many. Requests are not repeated after so long.
pub(crate) async fn purge(db: &mut PgConnection, before: Timestamp) -> Result<u64, sqlx::Error> {
    let purged = sqlx::query!("delete from request_outcome where at < $1", before)
        .execute(db)
        .await?;
    Ok(purged.rows_affected())
}
