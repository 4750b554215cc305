//! The bounds of a connection, and what happens to one whose user has gone.
//!
//! A request that is cut off (its time is over, its client has left) drops its connection in the middle of a statement.
//! Before the pool gives it to the next one, the statement has to end. One that does not end soon is not waited for:
//! the connection is closed, and Postgres looks every second whether the other side is still there.

use std::time::Duration;

use sqlx::{AssertSqlSafe, Connection as _, PgConnection, postgres::PgPoolOptions};

use crate::config::Timeouts;

/// The time for the statement of a cut-off request to end.
const PATIENCE: Duration = Duration::from_secs(1);

/// Gives each connection of a pool these bounds.
pub(super) fn set(pool: PgPoolOptions, timeouts: Timeouts) -> PgPoolOptions {
    pool.after_connect(move |connection, _| {
        Box::pin(async move { bound(connection, timeouts).await })
    })
    .after_release(|connection, _| {
        Box::pin(async move {
            match tokio::time::timeout(PATIENCE, connection.ping()).await {
                Ok(ended) => ended.map(|()| true),
                // An error, so that it is closed without a farewell, for which it would have to wait as well.
                Err(_) => Err(sqlx::Error::Protocol(
                    "the statement of a request that was cut off did not end; closing its connection".to_owned(),
                )),
            }
        })
    })
}

async fn bound(connection: &mut PgConnection, timeouts: Timeouts) -> Result<(), sqlx::Error> {
    let statement = timeouts
        .statement
        .map_or(0, |statement| statement.as_millis());
    sqlx::raw_sql(AssertSqlSafe(format!(
        "set statement_timeout = {statement}; set lock_timeout = {}; set idle_in_transaction_session_timeout = {}",
        timeouts.lock.as_millis(),
        timeouts.idle.as_millis(),
    )))
    .execute(&mut *connection)
    .await?;
    // Not every system that Postgres runs on can tell.
    let watched = sqlx::raw_sql("set client_connection_check_interval = '1s'")
        .execute(connection)
        .await;
    match watched {
        Err(sqlx::Error::Database(error)) => {
            tracing::debug!(%error, "the database does not see clients leave");
            Ok(())
        }
        other => other.map(|_| ()),
    }
}

/// Lets a connection wait and work as long as it takes: for migrations, and for waiting until another server has made
/// them.
pub(crate) async fn lift(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    sqlx::raw_sql(
        "set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0",
    )
    .execute(connection)
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use sqlx::{Connection as _, Executor as _, PgPool};

    use super::*;
    use crate::{
        database,
        testing::{self, TestDatabase},
    };

    const LONG: Timeouts = Timeouts {
        statement: Some(Duration::from_secs(3600)),
        lock: Duration::from_secs(3600),
        idle: Duration::from_secs(3600),
    };

    async fn pool(database: &TestDatabase, timeouts: Timeouts) -> PgPool {
        database::connect(database.options(), 1, timeouts)
            .await
            .unwrap()
    }

    async fn setting(connection: &mut PgConnection, name: &str) -> String {
        sqlx::query_scalar("select current_setting($1)")
            .bind(name)
            .fetch_one(connection)
            .await
            .unwrap()
    }

    fn code(error: &sqlx::Error) -> String {
        let code = error.as_database_error().and_then(|error| error.code());
        code.unwrap_or_default().into_owned()
    }

    #[tokio::test]
    async fn every_connection_has_its_bounds_and_a_migration_none() {
        let database = testing::empty_database().await;
        let pool = pool(&database, testing::config(&[]).timeouts).await;
        let mut connection = pool.acquire().await.unwrap();
        for (name, value) in [
            ("statement_timeout", "30s"),
            ("lock_timeout", "10s"),
            ("idle_in_transaction_session_timeout", "90s"),
            ("client_connection_check_interval", "1s"),
        ] {
            assert_eq!(setting(&mut connection, name).await, value, "{name}");
        }
        lift(&mut connection).await.unwrap();
        assert_eq!(setting(&mut connection, "statement_timeout").await, "0");
        assert_eq!(setting(&mut connection, "lock_timeout").await, "0");
    }

    #[tokio::test]
    async fn a_statement_a_wait_and_a_pause_end() {
        let short = Duration::from_millis(50);
        let database = testing::database().await;
        let statement = Timeouts {
            statement: Some(short),
            ..LONG
        };
        let too_long = pool(&database, statement)
            .await
            .execute("select pg_sleep(3600)")
            .await
            .unwrap_err();
        assert_eq!(code(&too_long), "57014");

        let mut holder = database.pool.begin().await.unwrap();
        holder
            .execute("lock table demo_world in exclusive mode")
            .await
            .unwrap();
        let waiting = pool(
            &database,
            Timeouts {
                lock: short,
                ..LONG
            },
        )
        .await
        .execute("delete from demo_world")
        .await
        .unwrap_err();
        assert_eq!(code(&waiting), "55P03");
        drop(holder);

        let idle = pool(
            &database,
            Timeouts {
                idle: short,
                ..LONG
            },
        )
        .await;
        let mut transaction = idle.begin().await.unwrap();
        let pid: i32 = sqlx::query_scalar("select pg_backend_pid()")
            .fetch_one(&mut *transaction)
            .await
            .unwrap();
        until_gone(&database.pool, pid).await;
        assert!(transaction.execute("select 1").await.is_err());
    }

    /// Waits until Postgres has ended this connection.
    async fn until_gone(pool: &PgPool, pid: i32) {
        let gone = async {
            while sqlx::query_scalar::<_, bool>(
                "select exists (select from pg_stat_activity where pid = $1)",
            )
            .bind(pid)
            .fetch_one(pool)
            .await
            .unwrap()
            {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(60), gone)
            .await
            .unwrap();
    }

    #[tokio::test]
    async fn a_request_that_was_cut_off_frees_its_slot_and_what_it_has_locked() {
        let database = testing::database().await;
        let pool = pool(&database, LONG).await;
        let slot = pool.clone();
        let request = tokio::spawn(async move {
            let mut transaction = slot.begin().await.unwrap();
            transaction
                .execute("lock table demo_world in access exclusive mode")
                .await
                .unwrap();
            transaction.execute("select pg_sleep(3600)").await.unwrap();
        });
        let asleep = "select pid from pg_stat_activity
            where datname = current_database() and state = 'active' and query = 'select pg_sleep(3600)'";
        let pid: i32 = loop {
            let found = sqlx::query_scalar(asleep)
                .fetch_optional(&database.pool)
                .await;
            if let Some(pid) = found.unwrap() {
                break pid;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        };
        request.abort();
        // The pool has this one slot.
        let mut next = pool.acquire().await.unwrap();
        next.ping().await.unwrap();
        until_gone(&database.pool, pid).await;
        sqlx::query("select from demo_world")
            .execute(&mut *next)
            .await
            .unwrap();
    }
}
