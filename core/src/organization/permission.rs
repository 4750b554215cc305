//! The own organization: everybody sees the overview of where one works.

use crate::{
    organization::Kind,
    permission::{Need, Permission, Subject, actions},
    role::{Role, RoleSet},
};

actions! { Organization:
    /// See the own organization's overview and profile.
    ViewOwn = "view_own" {
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
    }

    /// Enter an organization, or data that a partner is still missing.
    ManageOrganizations = "manage_organizations" { Permission::OF_PROGRAM_ADMIN }

    /// Put a customer's account under review, and end that.
    ReviewCustomers = "review_customers" { Permission::OF_PROGRAM_ADMIN }

    /// Decide of which users of the own organization a second factor is required.
    RequireSecondFactor = "require_second_factor" {
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
    }
}
