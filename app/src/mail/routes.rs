//! Routes of this area's pages.

use super::page::{
    delivery::MailDeliveryPage,
    mailbox::{DemoMailPage, DemoMailboxPage},
};

crate::lazy::pages! { mail:
    "mail-delivery" => MailDeliveryPage,
    "demo/mailbox" => DemoMailboxPage,
    "demo/mailbox/:id" => DemoMailPage,
}
