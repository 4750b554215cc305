//! Customers: who sees, creates and helps them.
//!
//! Everybody at a partner sees its customers. Creating them is new business of who orders, by the roles that ask and
//! sell. Licenses and users are the customer's own affair, and by its grant that of the partner's admins and helpdesk.

use crate::{
    organization::{Capability, Kind},
    permission::{Need, Permission, Subject, Tie, actions},
    relationship::Grant,
    role::{Role, RoleSet},
};

/// Every role of a partner reads about customers.
const READING: RoleSet = RoleSet::of(&[
    Role::GlobalAdmin,
    Role::AdminAgent,
    Role::SalesAgent,
    Role::HelpdeskAgent,
    Role::IncentivesAdmin,
    Role::ReportViewer,
]);

/// Helpdesk agents manage users and licenses of customers, and nobody else's.
const HELPING: Permission = Permission {
    by: Kind::Partner,
    roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent, Role::HelpdeskAgent]),
    on: Subject::Customer(Tie::Grant(Grant::Administer)),
    needs: Need::Nothing,
};

/// A customer administers itself.
const ITSELF: Permission = Permission {
    by: Kind::Customer,
    roles: RoleSet::of(&[Role::GlobalAdmin]),
    on: Subject::Own,
    needs: Need::Nothing,
};

actions! { Customer:
    /// See the own organization's customers.
    ViewCustomers = "view_customers" {
        Permission {
            by: Kind::Partner,
            roles: READING,
            on: Subject::Own,
            needs: Need::Nothing,
        },
        Permission {
            by: Kind::Partner,
            roles: READING,
            on: Subject::Customer(Tie::Relationship),
            needs: Need::Nothing,
        },
    }

    /// Create a customer's tenant.
    CreateCustomer = "create_customer" {
        Permission {
            by: Kind::Partner,
            roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent, Role::SalesAgent]),
            on: Subject::Own,
            needs: Need::BusinessWithAny(&[Capability::IndirectProvider, Capability::DirectBill]),
        },
    }

    /// Assign and withdraw licenses of a customer, or as a customer its own.
    ManageLicenses = "manage_licenses" { HELPING, ITSELF }

    /// Add, block and remove users of a customer, or of the own organization.
    ManageUsers = "manage_users" {
        HELPING,
        ITSELF,
        // Only admin agents and global admins add users of a partner.
        Permission {
            by: Kind::Partner,
            roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent]),
            on: Subject::Own,
            needs: Need::Nothing,
        },
        // Whoever runs the program decides who else does.
        Permission {
            by: Kind::Operator,
            roles: RoleSet::of(&[Role::ProgramAdmin]),
            on: Subject::Own,
            needs: Need::Nothing,
        },
    }
}
