//! Conversion between rows and core's values: free functions over the connection of a command's transaction.
//!
//! Everything loaded for a change is locked, and saved only if its version is still the loaded one. The columns beside
//! an object's `body` are written from the same value, here and nowhere else.

/// A stored value with its version when it was read.
#[derive(Clone, Debug)]
pub(crate) struct Stored<T> {
    pub value: T,
    pub version: i64,
}

/// Turns a failed parse of a stored value into a database error: stored values were valid when written.
pub(crate) fn decoded<T, E: std::error::Error + Send + Sync + 'static>(
    parsed: Result<T, E>,
) -> Result<T, sqlx::Error> {
    parsed.map_err(|error| sqlx::Error::Decode(Box::new(error)))
}
