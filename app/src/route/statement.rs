//! Addresses of statements.

use super::with_query;

/// The statement of a month: of all customers that the reader sees, or of the own organization as a customer.
pub const STATEMENT: &str = "/statement";
/// The same as a document.
pub const STATEMENT_PDF: &str = "/statement.pdf";

/// The statement of this customer.
#[must_use]
pub fn statement(customer: impl core::fmt::Display) -> String {
    format!("{STATEMENT}?of={customer}")
}

/// The statement of what was sold together with this reseller.
#[must_use]
pub fn statement_with(reseller: impl core::fmt::Display) -> String {
    with_query(STATEMENT, "reseller", &reseller.to_string())
}
