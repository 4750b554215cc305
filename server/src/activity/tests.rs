//! Reading the log event by event.

use chrono::TimeDelta;
use sqlx::PgPool;
use tierline_core::{
    Timestamp,
    event::Event,
    ids::OrganizationId,
    organization::{Capability, CapabilityState, Event as OrganizationEvent},
};
use uuid::Uuid;

use super::{
    reading::{Cursor, Entry, after},
    store::append,
};
use crate::{database::begin_era, testing};

/// Writes an event as a server whose clock shows this time.
async fn write(db: &mut sqlx::PgConnection, number: u128, clock: Timestamp) {
    let event = OrganizationEvent::CapabilityChanged {
        capability: Capability::Customer,
        state: CapabilityState::Active,
        at: clock,
    };
    let id = OrganizationId::from_uuid(Uuid::from_u128(number));
    let happened = (Event::Organization { id, event }, 1, Vec::new());
    append(db, clock, None, &[happened]).await.unwrap();
}

/// A reader that continues from its last position.
#[derive(Default)]
struct Reader {
    cursor: Cursor,
    seen: Vec<u128>,
}

impl Reader {
    async fn read(&mut self, pool: &PgPool) -> &[u128] {
        loop {
            // In small pieces, so that pages also end in the middle of a transaction.
            let entries = after(pool, self.cursor, 2).await.unwrap();
            let Some(last) = entries.last() else { break };
            self.cursor = last.cursor;
            self.seen.extend(entries.iter().map(number));
        }
        &self.seen
    }

    /// Reads until there are this many: transactions of other databases of the cluster hold the reader up too.
    async fn read_until(&mut self, pool: &PgPool, many: usize) -> &[u128] {
        for _ in 0..1000 {
            if self.read(pool).await.len() >= many {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        &self.seen
    }
}

fn number(entry: &Entry) -> u128 {
    entry.event.object_id().as_u128()
}

#[tokio::test]
async fn a_reader_misses_nothing_and_sees_nothing_twice_whatever_the_clocks_say_and_however_long_it_takes()
 {
    let database = testing::database().await;
    let pool = &database.pool;
    let noon: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
    let (slow, fast) = (noon, noon + TimeDelta::minutes(1));
    let mut reader = Reader::default();

    // One server begins a long transaction; meanwhile another, whose clock is a minute ahead, finishes its own.
    let mut long = pool.begin().await.unwrap();
    write(&mut long, 1, slow).await;
    write(&mut pool.acquire().await.unwrap(), 2, fast).await;
    assert!(reader.read(pool).await.is_empty(), "it may come before 2");
    write(&mut long, 3, slow).await;
    write(&mut pool.acquire().await.unwrap(), 4, fast).await;
    // A transaction that is rolled back leaves a gap, which does not matter.
    let mut given_up = pool.begin().await.unwrap();
    write(&mut given_up, 5, fast).await;
    given_up.rollback().await.unwrap();
    assert!(reader.read(pool).await.is_empty());
    long.commit().await.unwrap();
    assert_eq!(reader.read_until(pool, 4).await, [1, 3, 2, 4]);

    // The reverse: the slower clock writes after the faster one, and is not too late.
    write(&mut pool.acquire().await.unwrap(), 6, fast).await;
    assert_eq!(reader.read_until(pool, 5).await, [1, 3, 2, 4, 6]);
    write(
        &mut pool.acquire().await.unwrap(),
        7,
        slow - TimeDelta::days(1),
    )
    .await;
    assert_eq!(reader.read_until(pool, 6).await, [1, 3, 2, 4, 6, 7]);
}

#[tokio::test]
async fn many_writers_at_a_time_are_read_whole() {
    const WRITERS: u128 = 8;
    const EACH: u128 = 12;
    let database = testing::database().await;
    let pool = &database.pool;
    let noon: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
    let writers = (0..WRITERS).map(|writer| {
        let pool = pool.clone();
        tokio::spawn(async move {
            for step in 0..EACH {
                let mut transaction = pool.begin().await.unwrap();
                let number = 1000 * writer + 2 * step;
                write(&mut transaction, number, noon).await;
                tokio::time::sleep(std::time::Duration::from_millis((number % 7) as u64)).await;
                write(&mut transaction, number + 1, noon - TimeDelta::minutes(1)).await;
                transaction.commit().await.unwrap();
            }
        })
    });
    let writers: Vec<_> = writers.collect();
    let mut reader = Reader::default();
    while !writers.iter().all(tokio::task::JoinHandle::is_finished) {
        reader.read(pool).await;
    }
    for writer in writers {
        writer.await.unwrap();
    }
    let every = usize::try_from(WRITERS * EACH * 2).unwrap();
    let mut seen = reader.read_until(pool, every).await.to_vec();
    assert_eq!(seen.len(), every);
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), every, "none was seen twice");
}

#[tokio::test]
async fn what_was_written_in_another_cluster_stays_before_what_is_written_here() {
    let database = testing::database().await;
    let pool = &database.pool;
    let noon: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
    assert!(!begin_era(&mut pool.acquire().await.unwrap()).await.unwrap());
    // As after restoring a dump: the other cluster had counted further.
    sqlx::query(
        "insert into event (transaction, at, object, object_id, version, body)
         select pg_current_xact_id()::text::bigint + 1000000, at, object, object_id, version, body
         from (select $1::timestamptz as at, 'organization' as object, $2::uuid as object_id, 1 as version,
            $3::jsonb as body) written",
    )
    .bind(noon)
    .bind(Uuid::from_u128(1))
    .bind(serde_json::json!({
        "object": "organization",
        "id": Uuid::from_u128(1),
        "event": { "type": "completed", "mpn": null, "agreement": null, "at": noon },
    }))
    .execute(pool)
    .await
    .unwrap();
    let mut reader = Reader::default();
    assert!(reader.read(pool).await.is_empty());
    assert!(begin_era(&mut pool.acquire().await.unwrap()).await.unwrap());
    assert!(!begin_era(&mut pool.acquire().await.unwrap()).await.unwrap());
    assert_eq!(reader.read(pool).await, [1]);
    write(&mut pool.acquire().await.unwrap(), 2, noon).await;
    assert_eq!(reader.read_until(pool, 2).await, [1, 2]);
}

#[tokio::test]
async fn an_object_has_each_version_once() {
    let database = testing::database().await;
    let noon: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
    let mut db = database.pool.acquire().await.unwrap();
    write(&mut db, 1, noon).await;
    let event = OrganizationEvent::Completed {
        mpn: None,
        agreement: None,
        at: noon,
        entered: None,
    };
    let id = OrganizationId::from_uuid(Uuid::from_u128(1));
    let happened = (Event::Organization { id, event }, 1, Vec::new());
    let error = append(&mut db, noon, None, &[happened]).await.unwrap_err();
    let code = error.as_database_error().and_then(|error| error.code());
    assert_eq!(code.as_deref(), Some("23505"));
}
