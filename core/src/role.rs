//! The roles a user can have in an organization, and what each may do at all.
//!
//! A role alone never reaches another organization: [`crate::access`] asks for the role here *and* for a
//! grant that is in force. Source of the table: the permissions overview of the program, and
//! "Partner with indirect resellers in the CSP program" for admin agents.
//!
//! ```
//! use tierline_core::{access::Action, role::{Role, RoleSet}};
//! // "Only admin agents and global admins" work with a partner's customers' subscriptions; helpdesk agents with users.
//! assert_eq!(Role::that_permit(Action::ManageSubscriptions), [Role::GlobalAdmin, Role::AdminAgent]);
//! assert!(Role::HelpdeskAgent.permits(Action::ManageUsers) && !Role::SalesAgent.permits(Action::ManageUsers));
//!
//! // Of several roles the first that permits is the one a decision names.
//! let roles = RoleSet::EMPTY.with(Role::SalesAgent).with(Role::AdminAgent);
//! assert_eq!(roles.permitting(Action::PlaceOrder), Some(Role::AdminAgent));
//! assert_eq!(roles.permitting(Action::AcceptPartnership), None);
//! ```

use serde::{Deserialize, Serialize};

use crate::{access::Action, organization::Capabilities};

/// A role of a user within one organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Role {
    /// Operator: runs the program.
    ProgramAdmin,
    /// Operator: reviews enrollments and directory changes.
    Reviewer,
    /// Partner or customer: signs, accepts, grants; everything in its own organization.
    GlobalAdmin,
    /// Partner: requests, customers, subscriptions, users, support contacts.
    AdminAgent,
    /// Partner: requests, customers and orders; no users and no profile.
    SalesAgent,
    /// Partner: customers' users and licenses only.
    HelpdeskAgent,
    /// Partner: incentives.
    IncentivesAdmin,
    /// Partner: reading.
    ReportViewer,
    /// Customer: reads subscriptions.
    BillingAdmin,
    /// Customer: reads its own licenses.
    User,
}

impl Role {
    /// Every role, in the order of the product's table.
    pub const ALL: [Role; 10] = [
        Role::ProgramAdmin,
        Role::Reviewer,
        Role::GlobalAdmin,
        Role::AdminAgent,
        Role::SalesAgent,
        Role::HelpdeskAgent,
        Role::IncentivesAdmin,
        Role::ReportViewer,
        Role::BillingAdmin,
        Role::User,
    ];

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Role::ProgramAdmin => "program_admin",
            Role::Reviewer => "reviewer",
            Role::GlobalAdmin => "global_admin",
            Role::AdminAgent => "admin_agent",
            Role::SalesAgent => "sales_agent",
            Role::HelpdeskAgent => "helpdesk_agent",
            Role::IncentivesAdmin => "incentives_admin",
            Role::ReportViewer => "report_viewer",
            Role::BillingAdmin => "billing_admin",
            Role::User => "user",
        }
    }

    /// The role with this stable name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.code() == code)
    }

    /// May a user with this role do this at all, before any grant is looked at?
    ///
    /// ```
    /// use tierline_core::{access::Action, role::Role};
    /// assert!(Role::SalesAgent.permits(Action::PlaceOrder));
    /// assert!(!Role::SalesAgent.permits(Action::ManageUsers));
    /// assert!(!Role::AdminAgent.permits(Action::AcceptPartnership));
    /// ```
    #[must_use]
    pub const fn permits(self, action: Action) -> bool {
        use Action as A;
        match self {
            Role::ProgramAdmin | Role::Reviewer => matches!(action, A::ViewOwn),
            Role::GlobalAdmin => true,
            Role::AdminAgent => !matches!(
                action,
                A::AcceptPartnership
                    | A::AcceptRelationship
                    | A::RevokeTenantAdmin
                    | A::EndGrant
                    | A::EndRelationship
            ),
            Role::SalesAgent => matches!(
                action,
                A::ViewOwn
                    | A::ViewPartners
                    | A::RequestPartnership
                    | A::ManageInvitation
                    | A::ViewCustomers
                    | A::RequestRelationship
                    | A::InviteForBoth
                    | A::CreateCustomer
                    | A::PlaceOrder
                    | A::ViewSubscriptions
            ),
            Role::HelpdeskAgent => {
                matches!(
                    action,
                    A::ViewOwn
                        | A::ViewCustomers
                        | A::ViewSubscriptions
                        | A::ManageUsers
                        | A::ManageLicenses
                )
            }
            Role::IncentivesAdmin | Role::ReportViewer => {
                matches!(
                    action,
                    A::ViewOwn | A::ViewPartners | A::ViewCustomers | A::ViewSubscriptions
                )
            }
            Role::BillingAdmin => {
                matches!(action, A::ViewOwn | A::ViewSubscriptions | A::ViewGrants)
            }
            Role::User => matches!(action, A::ViewOwn),
        }
    }

    /// Is there such a role in an organization with these capabilities? The operator, partners and customers each have
    /// roles of their own; a global admin is one of a partner or of a customer.
    ///
    /// ```
    /// use tierline_core::{organization::{Capabilities, Capability}, role::Role};
    /// let reseller = Capabilities::only(Capability::IndirectReseller);
    /// assert!(Role::AdminAgent.exists_in(&reseller));
    /// assert!(!Role::BillingAdmin.exists_in(&reseller) && !Role::ProgramAdmin.exists_in(&reseller));
    /// ```
    #[must_use]
    pub const fn exists_in(self, capabilities: &Capabilities) -> bool {
        match self {
            Role::ProgramAdmin | Role::Reviewer => capabilities.operator.is_some(),
            Role::GlobalAdmin => capabilities.is_partner() || capabilities.customer.is_some(),
            Role::AdminAgent
            | Role::SalesAgent
            | Role::HelpdeskAgent
            | Role::IncentivesAdmin
            | Role::ReportViewer => capabilities.is_partner(),
            Role::BillingAdmin | Role::User => capabilities.customer.is_some(),
        }
    }

    /// The roles that permit this action, least powerful last.
    #[must_use]
    pub fn that_permit(action: Action) -> Vec<Role> {
        Role::ALL
            .into_iter()
            .filter(|role| role.permits(action))
            .collect()
    }
}

/// The roles of one user in one organization. Serialized as the list of their names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Vec<Role>", into = "Vec<Role>")]
pub struct RoleSet(u16);

impl RoleSet {
    /// No role at all.
    pub const EMPTY: RoleSet = RoleSet(0);

    /// Is this role among them?
    #[must_use]
    pub const fn contains(self, role: Role) -> bool {
        self.0 & (1 << role as u16) != 0
    }

    /// The same roles and this one.
    #[must_use]
    pub const fn with(self, role: Role) -> RoleSet {
        RoleSet(self.0 | (1 << role as u16))
    }

    /// The first of these roles that permits the action.
    #[must_use]
    pub fn permitting(self, action: Action) -> Option<Role> {
        Role::ALL
            .into_iter()
            .find(|role| self.contains(*role) && role.permits(action))
    }

    /// The roles one by one.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL
            .into_iter()
            .filter(move |role| self.contains(*role))
    }
}

impl FromIterator<Role> for RoleSet {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        roles.into_iter().fold(RoleSet::EMPTY, RoleSet::with)
    }
}

impl From<Vec<Role>> for RoleSet {
    fn from(roles: Vec<Role>) -> Self {
        roles.into_iter().collect()
    }
}

impl From<RoleSet> for Vec<Role> {
    fn from(roles: RoleSet) -> Self {
        roles.iter().collect()
    }
}
