//! Who may do what at all: the one table of permissions. It is closed: what has no row in it is refused.
//!
//! Each action has rows: for a kind of organization, the roles that may, what it is done to, and which capability it
//! needs. The rows are written in the areas they belong to, and an action without a row does not compile. The
//! [decisions](crate::access) ask here and nowhere else.
//!
//! Sources: the permissions overview of the program, "Partner with indirect resellers in the CSP program" (admin
//! agents, customers, subscriptions) and "Partner with indirect providers in the CSP program" (what is granted, and by
//! whom).
//!
//! ```
//! use tierline_core::{
//!     access::Action,
//!     organization::{Capabilities, Capability},
//!     permission::SubjectKind,
//!     role::{Role, RoleSet},
//! };
//! let reseller = Capabilities::only(Capability::IndirectReseller);
//! let helpdesk = RoleSet::EMPTY.with(Role::HelpdeskAgent);
//!
//! // A helpdesk agent works with the users of customers, and not with those of the own organization.
//! assert!(Action::ManageUsers.permission(&reseller, helpdesk, SubjectKind::Customer).is_some());
//! assert!(Action::ManageUsers.permission(&reseller, helpdesk, SubjectKind::Own).is_none());
//!
//! // Both have global admins. What those of a customer may is another matter than what those of a partner may.
//! let customer = Capabilities::only(Capability::Customer);
//! let admin = RoleSet::EMPTY.with(Role::GlobalAdmin);
//! assert!(Action::EndGrant.permission(&customer, admin, SubjectKind::Own).is_some());
//! assert!(Action::EndGrant.permission(&reseller, admin, SubjectKind::Own).is_none());
//! ```
//!
//! # The table
//!
#![doc = include_str!("../permissions.md")]

mod print;
mod row;

pub use print::markdown;
pub use row::{Need, Permission, Seat, Subject, SubjectKind, Tie};

use serde::{Deserialize, Serialize};

use crate::{
    organization::Capabilities,
    read::Read,
    role::{Role, RoleSet},
};

/// Makes the actions with their stable names, and finds the rows of each in the area that it belongs to.
macro_rules! actions {
    ($($area:ident { $($(#[doc = $doc:literal])* $name:ident = $code:literal, $rows:ident;)* })*) => {
        /// Something a user may want to do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
        pub enum Action {
            $($($(#[doc = $doc])* #[serde(rename = $code)] $name,)*)*
        }

        impl Action {
            /// Every action, by area.
            pub const ALL: &'static [Action] = &[$($(Action::$name,)*)*];

            /// The stable name, as serialized.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $($(Action::$name => $code,)*)* }
            }

            /// Its rows of the table.
            #[must_use]
            pub const fn permissions(self) -> &'static [Permission] {
                match self { $($(Action::$name => crate::$area::permission::$rows,)*)* }
            }
        }
    };
}

actions! {
    organization {
        /// See the own organization's overview and profile.
        ViewOwn = "view_own", VIEW_OWN;
    }
    partnership {
        /// See the partnerships and requests of the own organization.
        ViewPartners = "view_partners", VIEW_PARTNERS;
        /// Ask a reseller for a partnership.
        RequestPartnership = "request_partnership", REQUEST_PARTNERSHIP;
        /// Accept or decline a provider's partnership request.
        AcceptPartnership = "accept_partnership", ACCEPT_PARTNERSHIP;
        /// End a partnership.
        EndPartnership = "end_partnership", END_PARTNERSHIP;
        /// Take a provider's administrator access to the own tenant away.
        RevokeTenantAdmin = "revoke_tenant_admin", REVOKE_TENANT_ADMIN;
        /// Administer the tenant of a reseller in partnership.
        AdministerResellerTenant = "administer_reseller_tenant", ADMINISTER_RESELLER_TENANT;
    }
    invitation {
        /// Edit, send, resend or cancel an invitation of the own organization.
        ManageInvitation = "manage_invitation", MANAGE_INVITATION;
    }
    relationship {
        /// Ask a customer for a relationship with the own organization alone.
        RequestRelationship = "request_relationship", REQUEST_RELATIONSHIP;
        /// Ask a customer for relationships with reseller and provider together.
        InviteForBoth = "invite_for_both", INVITE_FOR_BOTH;
        /// As a customer: accept or decline an invitation.
        AcceptRelationship = "accept_relationship", ACCEPT_RELATIONSHIP;
        /// As a customer: see who can act for it.
        ViewGrants = "view_grants", VIEW_GRANTS;
        /// As a customer: take one right away.
        EndGrant = "end_grant", END_GRANT;
        /// As a customer: end a relationship.
        EndRelationship = "end_relationship", END_RELATIONSHIP;
    }
    customer {
        /// See the own organization's customers.
        ViewCustomers = "view_customers", VIEW_CUSTOMERS;
        /// Create a customer's tenant.
        CreateCustomer = "create_customer", CREATE_CUSTOMER;
        /// Assign and withdraw licenses of a customer, or as a customer its own.
        ManageLicenses = "manage_licenses", MANAGE_LICENSES;
        /// Add, block and remove users of a customer, or of the own organization.
        ManageUsers = "manage_users", MANAGE_USERS;
    }
    order {
        /// Order on a customer's behalf.
        PlaceOrder = "place_order", PLACE_ORDER;
        /// See a customer's subscriptions, or as a customer the own ones.
        ViewSubscriptions = "view_subscriptions", VIEW_SUBSCRIPTIONS;
        /// Change a customer's subscriptions.
        ManageSubscriptions = "manage_subscriptions", MANAGE_SUBSCRIPTIONS;
        /// Be or designate the support contact of a subscription.
        DesignateSupport = "designate_support", DESIGNATE_SUPPORT;
    }
    mail {
        /// See which mails could not be delivered, and send them again.
        ManageMail = "manage_mail", MANAGE_MAIL;
    }
}

crate::code::coded!(Action, "action");

impl Action {
    /// The row by which somebody with these roles in an organization with these capabilities may do this to such a
    /// subject, and the first role that lets them. What has to be in force besides is in the row, and asked by
    /// [`crate::access`].
    ///
    /// ```
    /// use tierline_core::{
    ///     access::Action,
    ///     organization::{Capabilities, Capability},
    ///     permission::{Subject, SubjectKind, Tie},
    ///     relationship::Grant,
    ///     role::{Role, RoleSet},
    /// };
    /// let reseller = Capabilities::only(Capability::IndirectReseller);
    /// let roles = RoleSet::of(&[Role::HelpdeskAgent, Role::AdminAgent]);
    /// let (row, role) = Action::ManageLicenses.permission(&reseller, roles, SubjectKind::Customer).unwrap();
    /// assert_eq!((row.on, role), (Subject::Customer(Tie::Grant(Grant::Administer)), Role::AdminAgent));
    /// ```
    #[must_use]
    pub fn permission(
        self,
        capabilities: &Capabilities,
        roles: RoleSet,
        on: SubjectKind,
    ) -> Option<(&'static Permission, Role)> {
        self.permissions().iter().find_map(|row| {
            let role = row.roles.intersection(roles).first()?;
            (row.on.kind() == on && capabilities.is_of(row.by)).then_some((row, role))
        })
    }

    /// Can this be done to such a subject, by whomever?
    ///
    /// ```
    /// use tierline_core::{access::Action, permission::SubjectKind};
    /// assert!(Action::PlaceOrder.is_done_to(SubjectKind::Customer));
    /// assert!(!Action::PlaceOrder.is_done_to(SubjectKind::Own));
    /// ```
    #[must_use]
    pub fn is_done_to(self, subject: SubjectKind) -> bool {
        self.permissions()
            .iter()
            .any(|row| row.on.kind() == subject)
    }

    /// The roles that may do this in an organization with these capabilities; none if it is not for an organization of
    /// its kind.
    ///
    /// ```
    /// use tierline_core::{access::Action, organization::{Capabilities, Capability}, role::Role};
    /// // Only admin agents and global admins work with a partner's customers' subscriptions.
    /// let provider = Capabilities::only(Capability::IndirectProvider);
    /// let roles = Action::ManageSubscriptions.roles_in(&provider);
    /// assert_eq!(Vec::from(roles), [Role::GlobalAdmin, Role::AdminAgent]);
    /// assert!(Action::EndGrant.roles_in(&provider).is_empty());
    /// ```
    #[must_use]
    pub fn roles_in(self, capabilities: &Capabilities) -> RoleSet {
        self.permissions()
            .iter()
            .filter(|row| capabilities.is_of(row.by))
            .fold(RoleSet::EMPTY, |roles, row| roles.union(row.roles))
    }
}
