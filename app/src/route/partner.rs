//! Addresses of what ties partners and customers, and of its end.

use super::{GRANTS, PARTNERSHIPS};

/// Ending a relationship with a partner, or one right in it, by the right's name.
#[must_use]
pub fn end_relationship(id: impl core::fmt::Display, grant: Option<&str>) -> String {
    let page = format!("{GRANTS}/{id}/end");
    match grant {
        Some(grant) => format!("{page}?grant={grant}"),
        None => page,
    }
}

/// The dates on which the rights of a partner end.
#[must_use]
pub fn end_dates(id: impl core::fmt::Display) -> String {
    format!("{GRANTS}/{id}/dates")
}

/// A partner's request to renew its rights.
#[must_use]
pub fn renewal(id: impl core::fmt::Display) -> String {
    format!("{GRANTS}/{id}/renew")
}

/// A partnership's page.
#[must_use]
pub fn partnership(id: impl core::fmt::Display) -> String {
    format!("{PARTNERSHIPS}/{id}")
}

/// Ending a partnership.
#[must_use]
pub fn end_partnership(id: impl core::fmt::Display) -> String {
    format!("{PARTNERSHIPS}/{id}/end")
}
