//! This area's rows of the table. Managing licenses is a row of [`crate::customer`], with that of managing users.

use crate::{
    organization::Kind,
    permission::{Need, Permission, Subject, actions},
    role::{Role, RoleSet},
};

actions! { License:
    /// See the licenses that one holds oneself, as a user of a customer.
    ViewOwnLicenses = "view_own_licenses" {
        Permission {
            by: Kind::Customer,
            roles: RoleSet::of(&[Role::GlobalAdmin, Role::BillingAdmin, Role::User]),
            on: Subject::Own,
            needs: Need::Nothing,
        },
    }
}
