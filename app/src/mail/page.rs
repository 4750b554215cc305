//! Pages about mails.

pub mod delivery;
pub mod mailbox;
