//! Conversion between rows and core's values: free functions over the connection of a command's transaction.
//!
//! Everything loaded for a change is locked, and saved only if its version is still the loaded one. The columns beside
//! an object's `body` are written from the same value, here and nowhere else.

use sqlx::types::Json;

/// A stored value with the version under which it was read.
#[derive(Clone, Debug)]
pub(crate) struct Stored<T> {
    pub value: T,
    pub version: i64,
}

/// Whether what is read stays as it is until the transaction ends: for a change it has to, for a page it cannot, whose
/// snapshot locks nothing. Both read by one statement, so that a page shows what the change would go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hold {
    Locked,
    Free,
}

/// An object as every table of objects has it.
pub(crate) struct Row<T> {
    pub body: Json<T>,
    pub version: i64,
}

impl<T> Row<T> {
    pub(crate) fn stored(self) -> Stored<T> {
        Stored {
            value: self.body.0,
            version: self.version,
        }
    }
}

/// A checked query with a lock at its end, or without one.
macro_rules! held {
    ($hold:expr, $row:ident, $fetch:ident($db:expr), $sql:literal, $lock:literal, $($argument:expr),+ $(,)?) => {
        match $hold {
            $crate::store::Hold::Locked => sqlx::query_as!($row, $sql + $lock, $($argument),+).$fetch($db).await,
            $crate::store::Hold::Free => sqlx::query_as!($row, $sql, $($argument),+).$fetch($db).await,
        }
    };
}
pub(crate) use held;

/// The parsed stored value. Failure is a decoding error, since the value was parsed before it was stored.
pub(crate) fn decoded<T, E: std::error::Error + Send + Sync + 'static>(
    parsed: Result<T, E>,
) -> Result<T, sqlx::Error> {
    parsed.map_err(|error| sqlx::Error::Decode(Box::new(error)))
}
