//! This area's rows of the table.

use crate::{
    organization::Kind,
    permission::{Need, Permission, Subject, actions},
    role::{Role, RoleSet},
};

actions! { Group:
    /// Keep the partner's groups of customers, put customers into them, and narrow users to them.
    ManageCustomerGroups = "manage_customer_groups" {
        Permission {
            by: Kind::Partner,
            roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent]),
            on: Subject::Own,
            needs: Need::Nothing,
        },
    }
}
