//! Invitations through Postgres, as the portal's pages make them.

#![expect(
    clippy::cloned_ref_to_slice_refs,
    reason = "a list of one address reads as the lists of several do"
)]

pub(crate) mod answers;
pub(crate) mod invitations;
pub(crate) mod pace;
pub(crate) mod strangers;
pub(crate) mod time;
