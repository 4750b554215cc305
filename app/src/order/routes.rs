//! Routes of this area's pages.

pub(crate) mod history;

use super::page::NewSubscriptionPage;

crate::lazy::pages! { order:
    "customers/:id/subscriptions/new" => NewSubscriptionPage,
}
