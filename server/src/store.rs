//! Rows and core's values: free functions over a connection, which is that of a command's transaction.
//!
//! Whatever is loaded to be changed is locked, and saved only if its version is still the one that was loaded. The
//! columns beside an object's `body` are written from the same value, here and nowhere else.

use sqlx::postgres::PgQueryResult;
use tierline_app::error::PortalError;

use crate::pipeline::CommandResult;

/// A stored value with the version under which it was read.
#[derive(Clone, Debug)]
pub(crate) struct Stored<T> {
    pub value: T,
    pub version: i64,
}

/// The row was still what was read: else somebody else has changed it.
pub(crate) fn saved(result: &PgQueryResult) -> CommandResult<()> {
    if result.rows_affected() == 1 {
        Ok(())
    } else {
        Err(PortalError::Conflict.into())
    }
}

/// What is stored was parsed before it was stored.
pub(crate) fn decoded<T, E: std::error::Error + Send + Sync + 'static>(
    parsed: Result<T, E>,
) -> Result<T, sqlx::Error> {
    parsed.map_err(|error| sqlx::Error::Decode(Box::new(error)))
}
