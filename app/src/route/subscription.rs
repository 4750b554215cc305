//! Addresses of subscriptions and orders.

use super::SUBSCRIPTIONS;

/// The subscriptions of this customer.
#[must_use]
pub fn subscriptions_of(customer: impl core::fmt::Display) -> String {
    format!("{SUBSCRIPTIONS}?of={customer}")
}

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
