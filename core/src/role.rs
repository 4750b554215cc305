//! The roles a user can have in an organization.
//!
//! The table of [permissions](crate::permission) lists what each role may do. A role alone never reaches another
//! organization: [`crate::access`] requires both the role here *and* a grant in force.
//!
//! ```
//! use tierline_core::{organization::{Capabilities, Capability}, role::{Role, RoleSet}};
//! // A global admin is one of a partner or of a customer; other roles belong to one kind of organization.
//! let customer = Capabilities::only(Capability::Customer);
//! assert!(Role::GlobalAdmin.exists_in(&customer) && !Role::AdminAgent.exists_in(&customer));
//!
//! let roles: RoleSet = [Role::SalesAgent, Role::AdminAgent].into_iter().collect();
//! assert_eq!(Vec::from(roles), [Role::AdminAgent, Role::SalesAgent]);
//! ```

use serde::{Deserialize, Serialize};

use crate::read::Read;

/// A role of a user within one organization.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Role {
    /// Operator: runs the program.
    ProgramAdmin,
    /// Operator: reviews enrollments and directory changes.
    Reviewer,
    /// Partner or customer: signs, accepts and grants; may do everything in its own organization.
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
}

crate::code::coded!(Role, "role");

/// The roles of one user in one organization. Serialized as the list of their names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(from = "Vec<Role>", into = "Vec<Role>")]
pub struct RoleSet(u16);

impl RoleSet {
    /// No role at all.
    pub const EMPTY: RoleSet = RoleSet(0);

    /// Whether this role is in the set.
    ///
    /// ```
    /// use tierline_core::role::{Role, RoleSet};
    /// let roles = RoleSet::EMPTY.with(Role::SalesAgent);
    /// assert!(roles.contains(Role::SalesAgent) && !roles.contains(Role::AdminAgent));
    /// ```
    #[must_use]
    pub const fn contains(self, role: Role) -> bool {
        self.0 & (1 << role as u16) != 0
    }

    /// The same roles with this one added.
    #[must_use]
    pub const fn with(self, role: Role) -> RoleSet {
        RoleSet(self.0 | (1 << role as u16))
    }

    /// These roles.
    ///
    /// ```
    /// use tierline_core::role::{Role, RoleSet};
    /// const AGENTS: RoleSet = RoleSet::of(&[Role::AdminAgent, Role::SalesAgent]);
    /// assert!(AGENTS.contains(Role::SalesAgent) && !AGENTS.contains(Role::GlobalAdmin));
    /// ```
    #[must_use]
    pub const fn of(roles: &[Role]) -> RoleSet {
        let (mut set, mut rest) = (RoleSet::EMPTY, roles);
        while let [role, others @ ..] = rest {
            set = set.with(*role);
            rest = others;
        }
        set
    }

    /// The roles in either set.
    ///
    /// ```
    /// use tierline_core::role::{Role, RoleSet};
    /// let (agents, admins) = (RoleSet::of(&[Role::AdminAgent, Role::SalesAgent]), RoleSet::of(&[Role::GlobalAdmin]));
    /// assert_eq!(Vec::from(agents.union(admins)), [Role::GlobalAdmin, Role::AdminAgent, Role::SalesAgent]);
    /// assert!(agents.intersection(admins).is_empty());
    /// ```
    #[must_use]
    pub const fn union(self, other: RoleSet) -> RoleSet {
        RoleSet(self.0 | other.0)
    }

    /// The roles in both sets.
    #[must_use]
    pub const fn intersection(self, other: RoleSet) -> RoleSet {
        RoleSet(self.0 & other.0)
    }

    /// Whether the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The first of these roles, in the order of [`Role::ALL`]: the one that a decision names when there are several.
    ///
    /// ```
    /// use tierline_core::role::{Role, RoleSet};
    /// assert_eq!(RoleSet::of(&[Role::SalesAgent, Role::AdminAgent]).first(), Some(Role::AdminAgent));
    /// assert_eq!(RoleSet::EMPTY.first(), None);
    /// ```
    #[must_use]
    pub fn first(self) -> Option<Role> {
        Role::ALL.get(self.0.trailing_zeros() as usize).copied()
    }

    /// The roles one by one, in the order of [`Role::ALL`].
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
