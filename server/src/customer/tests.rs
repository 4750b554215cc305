//! Customers through Postgres.

pub(crate) mod customers;
pub(crate) mod editors;
pub(crate) mod sign_ups;
