//! Customers through Postgres.

#![expect(
    clippy::cloned_ref_to_slice_refs,
    reason = "a list of one address reads as the lists of several do"
)]

pub(crate) mod customers;
pub(crate) mod editors;
mod setup;
pub(crate) mod sign_ups;
