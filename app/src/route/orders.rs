//! The addresses of what is ordered and was, and of many renewals at once.

use super::CUSTOMERS;

/// A change of many renewals is at `/renewals/change?of={id}`.
pub const RENEWAL_BULK: &str = "/renewals/change";
/// What was ordered. An order is at `/orders/{id}`.
pub const ORDERS: &str = "/orders";

/// A change of many renewals.
#[must_use]
pub fn renewal_bulk(id: impl core::fmt::Display) -> String {
    format!("{RENEWAL_BULK}?of={id}")
}

/// An order that was placed.
#[must_use]
pub fn order(id: impl core::fmt::Display) -> String {
    format!("{ORDERS}/{id}")
}

/// The orders for this customer.
#[must_use]
pub fn orders_for(customer: impl core::fmt::Display) -> String {
    format!("{ORDERS}?of={customer}")
}

/// **New subscription** for this customer.
#[must_use]
pub fn new_subscription(customer: impl core::fmt::Display) -> String {
    format!("{CUSTOMERS}/{customer}/subscriptions/new")
}

/// The review of an order for this customer.
#[must_use]
pub fn review_order(customer: impl core::fmt::Display) -> String {
    format!("{CUSTOMERS}/{customer}/subscriptions/new/review")
}
