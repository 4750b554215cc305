//! Customers: who sees, creates and helps them.
//!
//! Everybody at a partner sees its customers. Creating them is new business of who orders, by the roles that ask and
//! sell. Licenses and users are the customer's own affair, and by its grant that of the partner's admins and helpdesk.

use crate::{
    organization::{Capability, Kind},
    permission::{Need, Permission, Subject, Tie},
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

pub(crate) const VIEW_CUSTOMERS: &[Permission] = &[
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
];

pub(crate) const CREATE_CUSTOMER: &[Permission] = &[Permission {
    by: Kind::Partner,
    roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent, Role::SalesAgent]),
    on: Subject::Own,
    needs: Need::BusinessWithAny(&[Capability::IndirectProvider, Capability::DirectBill]),
}];

pub(crate) const MANAGE_LICENSES: &[Permission] = &[HELPING, ITSELF];

pub(crate) const MANAGE_USERS: &[Permission] = &[
    HELPING,
    ITSELF,
    // Only admin agents and global admins add users of a partner.
    Permission {
        by: Kind::Partner,
        roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent]),
        on: Subject::Own,
        needs: Need::Nothing,
    },
];
