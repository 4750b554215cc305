//! Invitations through Postgres, as the portal's pages make them.

pub(crate) mod answers;
pub(crate) mod invitations;
pub(crate) mod strangers;
pub(crate) mod time;
