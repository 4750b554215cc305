//! Every change through Postgres, as the portal's pages make it.

#![expect(
    clippy::cloned_ref_to_slice_refs,
    reason = "a list of one address reads as the lists of several do"
)]

mod answers;
mod customers;
mod editors;
mod ends;
mod invitations;
mod operator;
mod orders;
mod sign_ups;
mod strangers;
mod time;
mod together;
pub(crate) mod world;
