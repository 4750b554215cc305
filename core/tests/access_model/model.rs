//! The table of roles, listed by role rather than by action as in core.

use tierline_core::{
    access::Action::{self, *},
    organization::{Capability, CapabilityState, Kind, Organization},
    permission::SubjectKind as On,
    role::Role,
};

pub(crate) const STATES: [CapabilityState; 5] = [
    CapabilityState::Enrolling,
    CapabilityState::Active,
    CapabilityState::Offboarding,
    CapabilityState::Suspended,
    CapabilityState::Ended,
];

/// The actions that a role allows in an organization of this kind, on such a subject.
fn lets(kind: Kind, role: Role, on: On) -> &'static [Action] {
    match (kind, role, on) {
        (Kind::Operator, Role::ProgramAdmin, On::Program) => &[
            ManageOrganizations,
            ManageAccounts,
            ManageCatalog,
            ManageMail,
        ],
        (Kind::Operator, Role::ProgramAdmin, On::Own) => &[ViewOwn, RequireSecondFactor],
        (Kind::Operator, Role::Reviewer, On::Own) => &[ViewOwn],

        (Kind::Customer, Role::GlobalAdmin, On::Own) => &[
            ViewOwn,
            AcceptRelationship,
            ViewGrants,
            EndGrant,
            EndRelationship,
            ViewSubscriptions,
            ManageUsers,
            ManageLicenses,
            RequireSecondFactor,
            ManageGlobalAdmins,
        ],
        (Kind::Customer, Role::BillingAdmin, On::Own) => &[ViewOwn, ViewGrants, ViewSubscriptions],
        (Kind::Customer, Role::User, On::Own) => &[ViewOwn],

        (Kind::Partner, Role::GlobalAdmin, On::Own) => &[
            ViewOwn,
            ViewPartners,
            RequestPartnership,
            ManageInvitation,
            AcceptPartnership,
            RequestRelationship,
            InviteForBoth,
            ViewCustomers,
            CreateCustomer,
            ManageUsers,
            RequireSecondFactor,
            ManageGlobalAdmins,
        ],
        (Kind::Partner, Role::AdminAgent, On::Own) => &[
            ViewOwn,
            ViewPartners,
            RequestPartnership,
            ManageInvitation,
            RequestRelationship,
            InviteForBoth,
            ViewCustomers,
            CreateCustomer,
            ManageUsers,
        ],
        (Kind::Partner, Role::SalesAgent, On::Own) => &[
            ViewOwn,
            ViewPartners,
            RequestPartnership,
            ManageInvitation,
            RequestRelationship,
            InviteForBoth,
            ViewCustomers,
            CreateCustomer,
        ],
        (Kind::Partner, Role::HelpdeskAgent, On::Own) => &[ViewOwn, ViewCustomers],
        (Kind::Partner, Role::IncentivesAdmin | Role::ReportViewer, On::Own) => {
            &[ViewOwn, ViewPartners, ViewCustomers]
        }

        (Kind::Partner, Role::GlobalAdmin | Role::AdminAgent, On::Customer) => &[
            ViewCustomers,
            RequestRelationship,
            PlaceOrder,
            ViewSubscriptions,
            ManageSubscriptions,
            ManageLicenses,
            ManageUsers,
            DesignateSupport,
        ],
        (Kind::Partner, Role::SalesAgent, On::Customer) => &[
            ViewCustomers,
            RequestRelationship,
            PlaceOrder,
            ViewSubscriptions,
        ],
        (Kind::Partner, Role::HelpdeskAgent, On::Customer) => &[
            ViewCustomers,
            ViewSubscriptions,
            ManageLicenses,
            ManageUsers,
        ],
        (Kind::Partner, Role::IncentivesAdmin | Role::ReportViewer, On::Customer) => {
            &[ViewCustomers, ViewSubscriptions]
        }

        (Kind::Partner, Role::GlobalAdmin, On::Partner) => &[
            ViewPartners,
            EndPartnership,
            RevokeTenantAdmin,
            GrantTenantAdmin,
            AdministerResellerTenant,
        ],
        (Kind::Partner, Role::AdminAgent, On::Partner) => {
            &[ViewPartners, EndPartnership, AdministerResellerTenant]
        }
        (
            Kind::Partner,
            Role::SalesAgent | Role::IncentivesAdmin | Role::ReportViewer,
            On::Partner,
        ) => &[ViewPartners],
        _ => &[],
    }
}

/// Whether this is done to such a subject, by any user.
pub(crate) fn is_done_to(action: Action, on: On) -> bool {
    Kind::ALL.into_iter().any(|kind| {
        Role::ALL
            .into_iter()
            .any(|role| lets(kind, role, on).contains(&action))
    })
}

/// Whether a user with this role in this organization may do this to such a subject, by role alone.
pub(crate) fn may(organization: &Organization, role: Role, action: Action, on: On) -> bool {
    let capabilities = &organization.capabilities;
    let partner = [
        Capability::IndirectProvider,
        Capability::IndirectReseller,
        Capability::DirectBill,
    ];
    let is = |kind| match kind {
        Kind::Operator => capabilities.state(Capability::Operator).is_some(),
        Kind::Partner => partner.iter().any(|it| capabilities.state(*it).is_some()),
        Kind::Customer => capabilities.state(Capability::Customer).is_some(),
    };
    Kind::ALL
        .into_iter()
        .any(|kind| is(kind) && lets(kind, role, on).contains(&action))
}
