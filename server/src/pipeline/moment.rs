//! The time of a transaction.
//!
//! What an organization may do can depend on the time, whatever it was loaded for. So a transaction knows its time from
//! its beginning, and every loader finds it there (`program_time()` in SQL): none can forget it. It is set together
//! with the beginning, without a statement of its own.

use sqlx::{AssertSqlSafe, Postgres, Transaction};

use crate::state::AppState;

/// Begins a transaction that goes by the server's clock.
pub(super) async fn begin(
    state: &AppState,
    begin: &'static str,
) -> Result<Transaction<'static, Postgres>, sqlx::Error> {
    let now = state.clock.now().to_rfc3339();
    let statement = format!("{begin}; set local tierline.now = '{now}'");
    state.pool.begin_with(AssertSqlSafe(statement)).await
}
