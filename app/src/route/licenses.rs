//! Addresses of licenses in users' hands.

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

/// Who holds the licenses of this subscription.
#[must_use]
pub fn license_holders(subscription: impl core::fmt::Display) -> String {
    format!("{LICENSE_HOLDERS}?of={subscription}")
}
