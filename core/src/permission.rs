//! The one table of permissions. It is closed: an action without a row in it is refused.
//!
//! Each action has rows: for a kind of organization, the permitted roles, the subject, and the required capability. The
//! rows are written in the areas they belong to, and an action without a row does not compile. The
//! [decisions](crate::access) consult this table and nothing else.
//!
//! Sources: the permissions overview of the program, "Partner with indirect resellers in the CSP program" (admin
//! agents, customers, subscriptions) and "Partner with indirect providers in the CSP program" (the grants and their
//! owners).
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
//! Code that says something of every action does so area by area:
//!
//! ```
//! use tierline_core::{access::Action, permission::{OfArea, order}};
//! assert_eq!(Action::PlaceOrder.of_area(), OfArea::Order(order::Action::PlaceOrder));
//! ```
//!
//! # How a row is read
//!
//! - *Who may*: users with any one of these roles in an organization of this kind. A role is one of its organization: a
//!   global admin of a customer has none of the permissions of a partner's.
//! - *Done to*: the own organization, the program, or somebody else with whom something has to be in force: a
//!   relationship, one right in it, or a partnership and a side of it. The same action may be done to several of them,
//!   by different people.
//! - *Needs*: nothing, for looking after what there is, so that a suspended partner still serves its customers;
//!   *active*; or *business*, which is active with an MPN ID and a signed agreement.
//!
//! Several rows may fit. The first that does counts, and the first of the asker's roles that is in it is the one that a
//! decision names.
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

/// Makes the actions with their stable names, and finds the rows of each in its area. Each is also one of its area, so
/// that what an area says of its actions is complete or does not compile.
macro_rules! actions {
    ($($Area:ident $area:ident { $($(#[doc = $doc:literal])* $name:ident = $code:literal, $rows:ident;)* })*) => {
        /// An action that a user may want to take.
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

            /// The same action as one of its area.
            #[must_use]
            pub const fn of_area(self) -> OfArea {
                match self { $($(Action::$name => OfArea::$Area($area::Action::$name),)*)* }
            }
        }

        /// An action as one of its area.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum OfArea {
            $(#[doc = concat!("Of `", stringify!($area), "`.")] $Area($area::Action),)*
        }

        $(
            #[doc = concat!("The actions of `", stringify!($area), "`.")]
            pub mod $area {
                /// An action of this area.
                #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
                pub enum Action {
                    $($(#[doc = $doc])* $name,)*
                }
            }
        )*
    };
}

actions! {
    Organization organization {
        /// See the own organization's overview and profile.
        ViewOwn = "view_own", VIEW_OWN;
        /// Enter an organization, or data that a partner is still missing.
        ManageOrganizations = "manage_organizations", MANAGE_ORGANIZATIONS;
        /// Decide of which users of the own organization a second factor is required.
        RequireSecondFactor = "require_second_factor", REQUIRE_SECOND_FACTOR;
    }
    Account account {
        /// Enter users of any organization, and restore access for a user who has no other way to sign in.
        ManageAccounts = "manage_accounts", MANAGE_ACCOUNTS;
    }
    Member member {
        /// Make somebody a global admin of the own organization, or change a user who is one.
        ManageGlobalAdmins = "manage_global_admins", MANAGE_GLOBAL_ADMINS;
    }
    Catalog catalog {
        /// Put products and prices into the catalog.
        ManageCatalog = "manage_catalog", MANAGE_CATALOG;
    }
    Partnership partnership {
        /// See the partnerships and requests of the own organization.
        ViewPartners = "view_partners", VIEW_PARTNERS;
        /// Ask a reseller for a partnership.
        RequestPartnership = "request_partnership", REQUEST_PARTNERSHIP;
        /// Accept or decline a provider's partnership request.
        AcceptPartnership = "accept_partnership", ACCEPT_PARTNERSHIP;
        /// End a partnership.
        EndPartnership = "end_partnership", END_PARTNERSHIP;
        /// Take away a provider's administrator access to the own tenant.
        RevokeTenantAdmin = "revoke_tenant_admin", REVOKE_TENANT_ADMIN;
        /// Give a provider the administrator access to the own tenant again.
        GrantTenantAdmin = "grant_tenant_admin", GRANT_TENANT_ADMIN;
        /// Administer the tenant of a reseller in partnership.
        AdministerResellerTenant = "administer_reseller_tenant", ADMINISTER_RESELLER_TENANT;
    }
    Invitation invitation {
        /// Edit, send, resend or cancel an invitation of the own organization.
        ManageInvitation = "manage_invitation", MANAGE_INVITATION;
    }
    Relationship relationship {
        /// Ask a customer for a relationship with the own organization alone.
        RequestRelationship = "request_relationship", REQUEST_RELATIONSHIP;
        /// Ask a customer for relationships with reseller and provider together.
        InviteForBoth = "invite_for_both", INVITE_FOR_BOTH;
        /// As a customer: accept or decline an invitation.
        AcceptRelationship = "accept_relationship", ACCEPT_RELATIONSHIP;
        /// As a customer: see which partners can act for it.
        ViewGrants = "view_grants", VIEW_GRANTS;
        /// As a customer: take away one right.
        EndGrant = "end_grant", END_GRANT;
        /// As a customer: end a relationship.
        EndRelationship = "end_relationship", END_RELATIONSHIP;
    }
    Customer customer {
        /// See the own organization's customers.
        ViewCustomers = "view_customers", VIEW_CUSTOMERS;
        /// Create a customer's tenant.
        CreateCustomer = "create_customer", CREATE_CUSTOMER;
        /// Assign and withdraw licenses of a customer, or as a customer its own.
        ManageLicenses = "manage_licenses", MANAGE_LICENSES;
        /// Add, block and remove users of a customer, or of the own organization.
        ManageUsers = "manage_users", MANAGE_USERS;
    }
    Order order {
        /// Order on a customer's behalf.
        PlaceOrder = "place_order", PLACE_ORDER;
        /// See a customer's subscriptions, or as a customer its own.
        ViewSubscriptions = "view_subscriptions", VIEW_SUBSCRIPTIONS;
        /// Change a customer's subscriptions.
        ManageSubscriptions = "manage_subscriptions", MANAGE_SUBSCRIPTIONS;
        /// Be or designate the support contact of a subscription.
        DesignateSupport = "designate_support", DESIGNATE_SUPPORT;
    }
    Mail mail {
        /// See which emails could not be delivered, and send them again.
        ManageMail = "manage_mail", MANAGE_MAIL;
    }
}

crate::code::coded!(Action, "action");

impl Action {
    /// The row that permits a user with these roles, in an organization with these capabilities, to do this to such a
    /// subject, and the first role that permits it. The row also lists what must be in force, which [`crate::access`]
    /// checks.
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

    /// Whether this can be done to such a subject, by any user.
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

    /// The roles that may do this in an organization with these capabilities; none if the action is not for an
    /// organization of its kind.
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
