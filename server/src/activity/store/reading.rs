//! Reading the log from event to event: for whatever has to learn of each of them, once.
//!
//! Events are written by many transactions at a time, and one that has begun earlier may end later: whoever went on
//! from the highest number seen so far would miss what comes to light below it. So only those are read that belong to
//! transactions which were over before every transaction that still runs; nothing can come to light before them any
//! more. No clock of any server is asked. Numbers that were never used, because a transaction was rolled back, are no
//! matter.

use sqlx::{PgExecutor, types::Json};
use tierline_core::{Timestamp, event::Event};

/// How far somebody has read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cursor {
    era: i32,
    transaction: i64,
    id: i64,
}

/// An event of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// From where to go on after it.
    pub cursor: Cursor,
    /// When it happened, by the clock of the server that wrote it.
    pub at: Timestamp,
    /// The version of its object that it has led to.
    pub version: i64,
    /// What happened.
    pub event: Event,
}

/// The next events after this one, at most so many. None means: not yet, ask again.
///
/// # Errors
/// When the database cannot.
pub async fn after(
    executor: impl PgExecutor<'_>,
    cursor: Cursor,
    most: i64,
) -> Result<Vec<Entry>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select era, transaction, id, at, version, body as "body: Json<Event>" from event
           where (era, transaction, id) > ($1, $2, $3) and event_is_settled(era, transaction)
           order by era, transaction, id limit $4"#,
        cursor.era,
        cursor.transaction,
        cursor.id,
        most,
    )
    .fetch_all(executor)
    .await?;
    let entries = rows.into_iter().map(|row| Entry {
        cursor: Cursor {
            era: row.era,
            transaction: row.transaction,
            id: row.id,
        },
        at: row.at,
        version: row.version,
        event: row.body.0,
    });
    Ok(entries.collect())
}
