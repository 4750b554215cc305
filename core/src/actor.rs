//! The actor of a request: a user, in one organization, with the roles held there.
//!
//! A person can belong to several organizations. Every question is asked for one of them, chosen at sign-in; the same
//! person's roles elsewhere do not count.
//!
//! ```
//! use tierline_core::{actor::Actor, ids::{OrganizationId, UserId}, reach::Reach, role::{Role, RoleSet}};
//! # let (user, organization) = (UserId::from_uuid(uuid::Uuid::from_u128(1)), OrganizationId::from_uuid(uuid::Uuid::from_u128(2)));
//! let agent = Actor { user, organization, roles: RoleSet::EMPTY.with(Role::AdminAgent).with(Role::ReportViewer), customers: Reach::All };
//! assert!(agent.roles.contains(Role::ReportViewer));
//! ```

use serde::{Deserialize, Serialize};

use crate::{
    ids::{OrganizationId, UserId},
    reach::Reach,
    read::Read,
    role::{Role, RoleSet},
};

/// The user who makes a request, for the organization that was chosen at sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Actor {
    /// The person.
    pub user: UserId,
    /// The organization the person acts for.
    pub organization: OrganizationId,
    /// The person's roles in that organization and no other.
    pub roles: RoleSet,
    /// The customers of the organization to which the person's rights are narrowed there. What is decided goes by
    /// [`Actor::reach`].
    #[serde(default, skip_serializing_if = "Reach::is_all")]
    pub customers: Reach,
}

impl Actor {
    /// The customers that the person's rights are over. Global admins are never narrowed, whatever is stored.
    ///
    /// ```
    /// use tierline_core::{actor::Actor, reach::{GroupSet, Reach}, role::{Role, RoleSet}, testing::*};
    /// let customers = Reach::Groups(GroupSet::EMPTY);
    /// let agent = Actor { customers, ..actor(&provider(), Role::SalesAgent) };
    /// assert_eq!(agent.reach(), customers);
    /// assert_eq!(Actor { roles: RoleSet::of(&[Role::SalesAgent, Role::GlobalAdmin]), ..agent }.reach(), Reach::All);
    /// ```
    #[must_use]
    pub const fn reach(&self) -> Reach {
        if self.roles.contains(Role::GlobalAdmin) {
            Reach::All
        } else {
            self.customers
        }
    }

    /// The partner for which the person acts at this customer; none where it acts for the customer itself. An event
    /// that the customer reads names it.
    ///
    /// ```
    /// use tierline_core::{role::Role, testing::*};
    /// let (reseller, customer) = (reseller(), customer());
    /// assert_eq!(actor(&reseller, Role::AdminAgent).on_behalf_at(customer.id), Some(reseller.id));
    /// assert_eq!(actor(&customer, Role::GlobalAdmin).on_behalf_at(customer.id), None);
    /// ```
    #[must_use]
    pub fn on_behalf_at(&self, customer: OrganizationId) -> Option<OrganizationId> {
        (self.organization != customer).then_some(self.organization)
    }
}
