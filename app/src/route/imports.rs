//! Addresses of imports.

use super::{LICENSES, with_query};

/// For the operator: what was imported. An import is at `/imports/{id}`.
pub const IMPORTS: &str = "/imports";
/// The lines of one import: what each does, or what is wrong with it.
pub const IMPORT_LINES: &str = "/imports/lines";
/// Files to import are posted here.
pub const IMPORT_FILES: &str = "/import-files";
/// The lines of imports of customers' users.
pub const USER_IMPORT_LINES: &str = "/licenses/import-lines";

/// An import.
#[must_use]
pub fn import(id: impl core::fmt::Display) -> String {
    format!("{IMPORTS}/{id}")
}

/// The lines of an import on which it has this effect; all lines for an empty one.
#[must_use]
pub fn import_lines(id: impl core::fmt::Display, effect: &str) -> String {
    lines_of(IMPORT_LINES, id, effect)
}

/// The same of an import of a customer's users.
#[must_use]
pub fn user_import_lines(id: impl core::fmt::Display, effect: &str) -> String {
    lines_of(USER_IMPORT_LINES, id, effect)
}

fn lines_of(path: &str, id: impl core::fmt::Display, effect: &str) -> String {
    let all = format!("{path}?of={id}");
    if effect.is_empty() {
        all
    } else {
        with_query(&all, "effect", effect)
    }
}

/// **Import users**, of this customer.
#[must_use]
pub fn import_users(customer: impl core::fmt::Display) -> String {
    format!("{LICENSES}/import/{customer}")
}

/// An import of users of this customer.
#[must_use]
pub fn user_import(customer: impl core::fmt::Display, id: impl core::fmt::Display) -> String {
    format!("{LICENSES}/import/{customer}/{id}")
}
