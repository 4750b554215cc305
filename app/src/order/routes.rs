//! Where the pages of this area are.

use super::page::NewSubscriptionPage;

crate::lazy::pages! { order:
    "customers/:id/subscriptions/new" => NewSubscriptionPage,
}
