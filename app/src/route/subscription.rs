//! Addresses of subscriptions and orders.

use super::{ORDERS, RENEWAL_BULK, SUBSCRIPTIONS};

/// A subscription's page.
#[must_use]
pub fn subscription(id: impl core::fmt::Display) -> String {
    format!("{SUBSCRIPTIONS}/{id}")
}

/// A change of a subscription, by the code of what is to be done.
#[must_use]
pub fn subscription_change(id: impl core::fmt::Display, what: &str) -> String {
    format!("{SUBSCRIPTIONS}/{id}/change?what={what}")
}

/// Who supports the customer of a subscription, and who earns incentives on it.
#[must_use]
pub fn subscription_partners(id: impl core::fmt::Display) -> String {
    format!("{SUBSCRIPTIONS}/{id}/partners")
}

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
