//! The table of permissions as Markdown.

use std::fmt::{self, Write as _};

use super::{Action, Need, Permission, Seat, Subject, Tie};
use crate::{organization::Capability, role::Role};

/// The whole table in Markdown: a line for each kind of organization that may do something, by action. It is shown in
/// the [module](crate::permission#the-table).
///
/// ```
/// use tierline_core::permission::markdown;
/// let table = markdown();
/// assert!(table.contains("| `manage_mail` | operator: program_admin | the program | active as operator |"));
/// ```
#[must_use]
pub fn markdown() -> String {
    let mut lines =
        String::from("| action | who may | done to | needs |\n| --- | --- | --- | --- |\n");
    for action in Action::ALL {
        for row in action.permissions() {
            // Writing to a string does not fail.
            let _ = writeln!(lines, "| `{}` | {row} |", action.code());
        }
    }
    lines
}

/// A row without its action.
impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let roles: Vec<_> = self.roles.iter().map(Role::code).collect();
        let kind = self.by.code();
        write!(
            f,
            "{kind}: {} | {} | {}",
            roles.join(", "),
            self.on,
            self.needs
        )
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Subject::Own => f.write_str("the own organization"),
            Subject::Program => f.write_str("the program"),
            Subject::Customer(Tie::Relationship) => {
                f.write_str("a customer in a relationship in force")
            }
            Subject::Customer(Tie::IncompleteRelationship) => {
                f.write_str("a customer in a relationship in force that lacks a right")
            }
            Subject::Customer(Tie::Grant(grant)) => {
                write!(f, "a customer that grants {}", grant.code())
            }
            Subject::Partner(Seat::Either) => f.write_str("a partner in a partnership in force"),
            Subject::Partner(Seat::Reseller) => {
                f.write_str("the provider in a partnership in force")
            }
            Subject::Partner(Seat::TenantAdmin) => {
                f.write_str("a reseller in a partnership in force, with access to its tenant")
            }
        }
    }
}

impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Need::Nothing => Ok(()),
            Need::Active(capability) => write!(f, "active as {}", capability.code()),
            Need::Business(capability) => write!(f, "business as {}", capability.code()),
            Need::BusinessWithAny(capabilities) => {
                let names: Vec<_> = capabilities.iter().copied().map(Capability::code).collect();
                write!(f, "business as {}", names.join(" or "))
            }
            Need::BusinessOfSide => f.write_str("business as what it serves the customer"),
        }
    }
}
