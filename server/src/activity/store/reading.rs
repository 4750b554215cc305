//! Reading the log event by event, for readers that must see each event once.
//!
//! Many transactions write events at a time, and one that began earlier may end later: a reader that went on from the
//! highest number seen so far would miss events that appear below it. So only events of transactions that ended before
//! every running transaction began are read; no event can appear before them any more. No server's clock is involved.
//! Numbers that are never used, because a transaction was rolled back, do not matter.

use sqlx::{PgExecutor, types::Json};
use tierline_core::{Timestamp, event::Event};

/// A reader's position in the log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cursor {
    era: i32,
    transaction: i64,
    id: i64,
}

/// An event of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The position after this event.
    pub cursor: Cursor,
    /// The time of the event, by the clock of the server that wrote it.
    pub at: Timestamp,
    /// The version of its object after it.
    pub version: i64,
    /// The event itself.
    pub event: Event,
}

/// The next events after this cursor, up to a limit. None means: nothing yet, ask again.
///
/// # Errors
/// When the database fails.
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
