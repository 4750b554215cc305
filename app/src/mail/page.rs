//! Pages about mails.

pub mod delivery;
pub mod mailbox;

pub use self::{
    delivery::MailDeliveryPage,
    mailbox::{DemoMailPage, DemoMailboxPage},
};
