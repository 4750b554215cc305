//! Relationships through Postgres.

#![expect(
    clippy::cloned_ref_to_slice_refs,
    reason = "a list of one address reads as the lists of several do"
)]

pub(crate) mod co_serving;
mod dates;
mod ending;
pub(crate) mod ends;
mod pages;
mod renewing;
