//! Addresses of licenses in users' hands, and of customers' users.

use super::CUSTOMERS;

/// The licenses of a customer, of the own organization where the address names none.
pub const LICENSES: &str = "/licenses";
/// The users of a customer with their licenses.
pub const LICENSE_USERS: &str = "/licenses/users";
/// Who holds the licenses of a subscription.
pub const LICENSE_HOLDERS: &str = "/licenses/holders";
/// The licenses that the reader holds.
pub const OWN_LICENSES: &str = "/my-licenses";

/// The licenses of this customer.
#[must_use]
pub fn licenses(customer: impl core::fmt::Display) -> String {
    format!("{LICENSES}?of={customer}")
}

/// The users of this customer with their licenses.
#[must_use]
pub fn license_users(customer: impl core::fmt::Display) -> String {
    format!("{LICENSE_USERS}?of={customer}")
}

/// A user of this customer with their licenses.
#[must_use]
pub fn license_user(customer: impl core::fmt::Display, user: impl core::fmt::Display) -> String {
    format!("{LICENSE_USERS}/{customer}/{user}")
}

/// A user of this customer, for its partners.
#[must_use]
pub fn customer_user(customer: impl core::fmt::Display, user: impl core::fmt::Display) -> String {
    format!("{CUSTOMERS}/{customer}/users/{user}")
}

/// Users who were removed from this customer, or from the own organization as a customer, and can be restored.
#[must_use]
pub fn removed_users(customer: Option<&str>) -> String {
    match customer {
        Some(customer) => format!("{LICENSE_USERS}?of={customer}&state=removed"),
        None => format!("{LICENSE_USERS}?state=removed"),
    }
}

/// A user who was removed from this customer.
#[must_use]
pub fn removed_user(customer: impl core::fmt::Display, user: impl core::fmt::Display) -> String {
    format!("{CUSTOMERS}/{customer}/users/{user}/removed")
}

/// **Add user**, to this customer.
#[must_use]
pub fn add_customer_user(customer: impl core::fmt::Display) -> String {
    format!("{CUSTOMERS}/{customer}/users/add")
}

/// The temporary password of a user of this customer, once.
#[must_use]
pub fn user_password(customer: impl core::fmt::Display, user: impl core::fmt::Display) -> String {
    format!("{CUSTOMERS}/{customer}/users/{user}/password")
}

/// Who holds the licenses of this subscription.
#[must_use]
pub fn license_holders(subscription: impl core::fmt::Display) -> String {
    format!("{LICENSE_HOLDERS}?of={subscription}")
}
