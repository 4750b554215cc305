//! This area's rows of the table. Managing users is a row of [`crate::customer`], because partners do it for customers.

use crate::{
    organization::Kind,
    permission::{Need, Permission, Subject, actions},
    role::{Role, RoleSet},
};

/// Global admins of organizations of this kind, for their own.
const fn of(by: Kind) -> Permission {
    Permission {
        by,
        roles: RoleSet::of(&[Role::GlobalAdmin]),
        on: Subject::Own,
        needs: Need::Nothing,
    }
}

actions! { Member:
    /// Make somebody a global admin of the own organization, or change a user who is one.
    //
    // Otherwise an admin agent could make itself one.
    ManageGlobalAdmins = "manage_global_admins" { of(Kind::Partner), of(Kind::Customer) }
}
