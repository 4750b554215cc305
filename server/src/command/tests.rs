//! Every change through Postgres, as the portal's pages make it.

mod answers;
mod customers;
mod ends;
mod invitations;
mod operator;
mod orders;
mod sign_ups;
mod strangers;
mod time;
pub(crate) mod world;
