//! The own organization: everybody sees the overview of where one works.

use crate::{
    organization::Kind,
    permission::{Need, Permission, Subject},
    role::{Role, RoleSet},
};

pub(crate) const VIEW_OWN: &[Permission] = &[
    Permission {
        by: Kind::Operator,
        roles: RoleSet::of(&[Role::ProgramAdmin, Role::Reviewer]),
        on: Subject::Own,
        needs: Need::Nothing,
    },
    Permission {
        by: Kind::Partner,
        roles: RoleSet::of(&[
            Role::GlobalAdmin,
            Role::AdminAgent,
            Role::SalesAgent,
            Role::HelpdeskAgent,
            Role::IncentivesAdmin,
            Role::ReportViewer,
        ]),
        on: Subject::Own,
        needs: Need::Nothing,
    },
    Permission {
        by: Kind::Customer,
        roles: RoleSet::of(&[Role::GlobalAdmin, Role::BillingAdmin, Role::User]),
        on: Subject::Own,
        needs: Need::Nothing,
    },
];

pub(crate) const MANAGE_ORGANIZATIONS: &[Permission] = &[Permission::OF_PROGRAM_ADMIN];

pub(crate) const REQUIRE_SECOND_FACTOR: &[Permission] = &[
    Permission {
        by: Kind::Operator,
        roles: RoleSet::of(&[Role::ProgramAdmin]),
        on: Subject::Own,
        needs: Need::Nothing,
    },
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
