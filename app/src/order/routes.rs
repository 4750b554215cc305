//! Routes of this area's pages.

pub(crate) mod history;

use super::page::{NewSubscriptionPage, review::ReviewOrderPage};

crate::lazy::pages! { order:
    "customers/:id/subscriptions/new" => NewSubscriptionPage,
    "customers/:id/subscriptions/new/review" => ReviewOrderPage,
}
