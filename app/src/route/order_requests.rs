//! Addresses of requests for orders.

/// Resellers' requests for orders. One is at `/order-requests/{id}`.
pub const ORDER_REQUESTS: &str = "/order-requests";
/// **Request an order**.
pub const ASK_FOR_ORDER: &str = "/order-requests/new";
/// **Review request**, for new subscriptions.
pub const REVIEW_ORDER_REQUEST: &str = "/order-requests/new/review";
/// For a customer: whether it is asked before a request is approved.
pub const ASKED_FIRST: &str = "/settings/order-requests";

/// A request's page.
#[must_use]
pub fn order_request(id: impl core::fmt::Display) -> String {
    format!("{ORDER_REQUESTS}/{id}")
}

/// **Request an order** for this customer.
#[must_use]
pub fn ask_for_order(customer: impl core::fmt::Display) -> String {
    format!("{ASK_FOR_ORDER}?customer={customer}")
}

/// **Request an order** with this subscription.
#[must_use]
pub fn ask_about_subscription(subscription: impl core::fmt::Display) -> String {
    format!("{ASK_FOR_ORDER}?subscription={subscription}")
}
