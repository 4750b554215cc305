//! Every change through Postgres, as the portal's pages make it.

#![expect(
    clippy::cloned_ref_to_slice_refs,
    reason = "a list of one address reads as the lists of several do"
)]
#[cfg(test)]
pub(crate) mod pages;
