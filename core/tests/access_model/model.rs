//! The table of roles, listed by role rather than by action as in core.

use tierline_core::{
    access::Action,
    organization::{Capability, CapabilityState, Kind, Organization},
    permission::SubjectKind as On,
    role::Role,
};

pub(crate) const STATES: [CapabilityState; 6] = [
    CapabilityState::Enrolling,
    CapabilityState::Qualified,
    CapabilityState::Active,
    CapabilityState::Offboarding,
    CapabilityState::Suspended,
    CapabilityState::Ended,
];

/// The actions that a role allows in an organization of this kind, on such a subject.
fn lets(kind: Kind, role: Role, on: On) -> &'static [Action] {
    match (kind, role, on) {
        (Kind::Operator, Role::ProgramAdmin, On::Program) => &[
            Action::ManageOrganizations,
            Action::ReviewCustomers,
            Action::ManageAccounts,
            Action::ManageCatalog,
            Action::ManageMail,
            Action::ReviewEnrollments,
            Action::AssignCases,
            Action::ManageMembers,
            Action::ManageAgreements,
            Action::ReviewListings,
            Action::ViewProgramSettings,
            Action::ManageProgramSettings,
        ],
        (Kind::Operator, Role::Reviewer, On::Program) => &[
            Action::ReviewEnrollments,
            Action::ReviewListings,
            Action::ViewProgramSettings,
        ],
        (Kind::Operator, Role::ProgramAdmin, On::Own) => &[
            Action::ViewOwn,
            Action::RequireSecondFactor,
            Action::ManageUsers,
        ],
        (Kind::Operator, Role::Reviewer, On::Own) => &[Action::ViewOwn],

        (Kind::Customer, Role::GlobalAdmin, On::Own) => &[
            Action::ViewOwn,
            Action::AcceptRelationship,
            Action::ViewGrants,
            Action::EndGrant,
            Action::EndRelationship,
            Action::ChangeTenantOwner,
            Action::SetEndDate,
            Action::ViewSubscriptions,
            Action::ManageUsers,
            Action::ManageLicenses,
            Action::RequireSecondFactor,
            Action::ManageGlobalAdmins,
            Action::ViewOwnLicenses,
            Action::ViewOrderRequests,
            Action::FollowOrderRequest,
            Action::AgreeToOrderRequest,
            Action::SetAskedFirst,
        ],
        (Kind::Customer, Role::BillingAdmin, On::Own) => &[
            Action::ViewOwn,
            Action::ViewGrants,
            Action::ViewSubscriptions,
            Action::ViewOwnLicenses,
            Action::ViewOrderRequests,
            Action::FollowOrderRequest,
        ],
        (Kind::Customer, Role::User, On::Own) => &[Action::ViewOwn, Action::ViewOwnLicenses],

        (Kind::Partner, Role::GlobalAdmin, On::Own) => &[
            Action::ViewOwn,
            Action::ViewPartners,
            Action::RequestPartnership,
            Action::LookUpReseller,
            Action::ManageInvitation,
            Action::AcceptPartnership,
            Action::RequestRelationship,
            Action::InviteForBoth,
            Action::ViewCustomers,
            Action::CreateCustomer,
            Action::ManageCustomerGroups,
            Action::ManageUsers,
            Action::RequireSecondFactor,
            Action::ManageGlobalAdmins,
            Action::Enroll,
            Action::AssociateMpnId,
            Action::SignAgreement,
            Action::ProposeListing,
            Action::AskToPartner,
            Action::ViewOrderRequests,
        ],
        (Kind::Partner, Role::AdminAgent, On::Own) => &[
            Action::ViewOwn,
            Action::ViewPartners,
            Action::RequestPartnership,
            Action::LookUpReseller,
            Action::ManageInvitation,
            Action::RequestRelationship,
            Action::InviteForBoth,
            Action::ViewCustomers,
            Action::CreateCustomer,
            Action::ManageCustomerGroups,
            Action::ManageUsers,
            Action::AssociateMpnId,
            Action::ProposeListing,
            Action::AskToPartner,
            Action::ViewOrderRequests,
        ],
        (Kind::Partner, Role::SalesAgent, On::Own) => &[
            Action::ViewOwn,
            Action::ViewPartners,
            Action::RequestPartnership,
            Action::LookUpReseller,
            Action::ManageInvitation,
            Action::RequestRelationship,
            Action::InviteForBoth,
            Action::ViewCustomers,
            Action::CreateCustomer,
            Action::AskToPartner,
            Action::ViewOrderRequests,
        ],
        (Kind::Partner, Role::HelpdeskAgent, On::Own) => &[Action::ViewOwn, Action::ViewCustomers],
        (Kind::Partner, Role::IncentivesAdmin, On::Own) => {
            &[Action::ViewOwn, Action::ViewPartners, Action::ViewCustomers]
        }
        (Kind::Partner, Role::ReportViewer, On::Own) => &[
            Action::ViewOwn,
            Action::ViewPartners,
            Action::ViewCustomers,
            Action::ViewOrderRequests,
        ],

        (Kind::Partner, Role::GlobalAdmin | Role::AdminAgent, On::Customer) => &[
            Action::ViewCustomers,
            Action::RequestRelationship,
            Action::PlaceOrder,
            Action::ViewSubscriptions,
            Action::ChangeOrders,
            Action::ManageSubscriptions,
            Action::ManageLicenses,
            Action::ManageUsers,
            Action::DesignateSupport,
            Action::AskForOrder,
            Action::ViewOrderRequests,
            Action::FollowOrderRequest,
            Action::AnswerOrderRequest,
            Action::AskToRenew,
        ],
        (Kind::Partner, Role::SalesAgent, On::Customer) => &[
            Action::ViewCustomers,
            Action::RequestRelationship,
            Action::AskToRenew,
            Action::PlaceOrder,
            Action::ViewSubscriptions,
            Action::AskForOrder,
            Action::ViewOrderRequests,
            Action::FollowOrderRequest,
            Action::AnswerOrderRequest,
        ],
        (Kind::Partner, Role::HelpdeskAgent, On::Customer) => &[
            Action::ViewCustomers,
            Action::ViewSubscriptions,
            Action::ManageLicenses,
            Action::ManageUsers,
        ],
        (Kind::Partner, Role::IncentivesAdmin, On::Customer) => {
            &[Action::ViewCustomers, Action::ViewSubscriptions]
        }
        (Kind::Partner, Role::ReportViewer, On::Customer) => &[
            Action::ViewCustomers,
            Action::ViewSubscriptions,
            Action::ViewOrderRequests,
        ],

        (Kind::Partner, Role::GlobalAdmin, On::Partner) => &[
            Action::ViewPartners,
            Action::EndPartnership,
            Action::RevokeTenantAdmin,
            Action::GrantTenantAdmin,
            Action::AdministerResellerTenant,
        ],
        (Kind::Partner, Role::AdminAgent, On::Partner) => &[
            Action::ViewPartners,
            Action::EndPartnership,
            Action::AdministerResellerTenant,
        ],
        (
            Kind::Partner,
            Role::SalesAgent | Role::IncentivesAdmin | Role::ReportViewer,
            On::Partner,
        ) => &[Action::ViewPartners],
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
