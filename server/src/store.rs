//! Rows and core's values: free functions over a connection, which is that of a command's transaction.
//!
//! Whatever is loaded to be changed is locked, and saved only if its version is still the one that was loaded. The
//! columns beside an object's `body` are written from the same value, here and nowhere else.

/// A stored value with the version under which it was read.
#[derive(Clone, Debug)]
pub(crate) struct Stored<T> {
    pub value: T,
    pub version: i64,
}

/// What is stored was parsed before it was stored.
pub(crate) fn decoded<T, E: std::error::Error + Send + Sync + 'static>(
    parsed: Result<T, E>,
) -> Result<T, sqlx::Error> {
    parsed.map_err(|error| sqlx::Error::Decode(Box::new(error)))
}
