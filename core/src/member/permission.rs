//! This area's rows of the table. Managing users is a row of [`crate::customer`], because partners do it for customers.

use crate::{
    organization::Kind,
    permission::{Need, Permission, Subject},
    role::{Role, RoleSet},
};

/// Otherwise an admin agent could make itself one.
pub(crate) const MANAGE_GLOBAL_ADMINS: &[Permission] = &[
    Permission {
        by: Kind::Partner,
        roles: RoleSet::of(&[Role::GlobalAdmin]),
        on: Subject::Own,
        needs: Need::Nothing,
    },
    Permission {
        by: Kind::Customer,
        roles: RoleSet::of(&[Role::GlobalAdmin]),
        on: Subject::Own,
        needs: Need::Nothing,
    },
];
