//! Routes of this area's pages.

use super::page::NewSubscriptionPage;

crate::lazy::pages! { order:
    "customers/:id/subscriptions/new" => NewSubscriptionPage,
}
