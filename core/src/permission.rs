//! The one table of permissions. It is closed: an action without a row in it is refused.
//!
//! Each action has rows: for a kind of organization, the permitted roles, the subject, and the required capability. An
//! action is declared with its rows by the area it belongs to, and one without a row does not compile. The
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
//! use tierline_core::{access::Action, permission::order};
//! assert_eq!(Action::PlaceOrder, Action::Order(order::Action::PlaceOrder));
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

use std::{fmt, mem};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::{
    organization::Capabilities,
    read::{Read, Tree},
    role::{Role, RoleSet},
};

/// Declares the actions of an area: what each is, its stable name, and its rows, of which there is at least one. Each
/// is also one of the [`Action`]s of all areas, by the same name.
macro_rules! actions {
    ($Area:ident: $($(#[doc = $doc:literal])* $name:ident = $code:literal { $($row:expr),+ $(,)? })*) => {
        /// An action of this area.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action {
            $($(#[doc = $doc])* $name,)*
        }

        impl Action {
            /// Every action of this area.
            pub const ALL: &'static [Action] = &[$(Action::$name,)*];

            /// The stable name, as serialized.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Action::$name => $code,)* }
            }

            /// Its rows of the table.
            #[must_use]
            pub const fn permissions(self) -> &'static [Permission] {
                match self {
                    $(Action::$name => {
                        const ROWS: &[Permission] = &[$($row),+];
                        ROWS
                    })*
                }
            }

            /// It alone, where several may be named.
            #[must_use]
            pub const fn alone(self) -> &'static [$crate::permission::Action] {
                match self { $(Action::$name => &[$crate::permission::Action::$name],)* }
            }
        }

        #[expect(non_upper_case_globals, reason = "they are written like variants")]
        impl $crate::permission::Action {
            $($(#[doc = $doc])* pub const $name: Self = Self::$Area(Action::$name);)*
        }
    };
}

pub(crate) use actions;

/// One type for the actions of all areas.
macro_rules! umbrella {
    ($($Area:ident $area:ident,)*) => {
        /// An action that a user may want to take: one of some area. Code that says something of every action does so
        /// area by area, and is complete or does not compile.
        #[derive(Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Action {
            $(#[doc = concat!("Of `", stringify!($area), "`.")] $Area($area::Action),)*
        }

        $(
            #[doc = concat!("The actions of `", stringify!($area), "`.")]
            pub mod $area {
                pub use crate::$area::permission::Action;
            }
        )*

        impl Action {
            const COUNT: usize = 0 $(+ $area::Action::ALL.len())*;

            /// Every action, by area.
            #[expect(clippy::mem_replace_with_default, reason = "a constant cannot take a default")]
            pub const ALL: &'static [Action] = &{
                let mut all = [Action::ViewOwn; Action::COUNT];
                let mut places: &mut [Action] = &mut all;
                $(
                    let mut actions = $area::Action::ALL;
                    while let Some((action, others)) = actions.split_first() {
                        let left = mem::replace(&mut places, &mut []);
                        let Some((place, rest)) = left.split_first_mut() else { break };
                        *place = Action::$Area(*action);
                        (actions, places) = (others, rest);
                    }
                )*
                all
            };

            /// The stable name, as serialized.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Action::$Area(action) => action.code(),)* }
            }

            /// Its rows of the table.
            #[must_use]
            pub const fn permissions(self) -> &'static [Permission] {
                match self { $(Action::$Area(action) => action.permissions(),)* }
            }

            /// It alone, where several may be named.
            #[must_use]
            pub const fn alone(self) -> &'static [Action] {
                match self { $(Action::$Area(action) => action.alone(),)* }
            }
        }

        impl fmt::Debug for Action {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self { $(Action::$Area(action) => action.fmt(f),)* }
            }
        }
    };
}

umbrella! {
    Organization organization,
    Account account,
    Member member,
    Catalog catalog,
    Enrollment enrollment,
    Membership membership,
    Agreement agreement,
    Directory directory,
    Partnership partnership,
    Invitation invitation,
    Relationship relationship,
    Customer customer,
    Group group,
    License license,
    Order order,
    OrderRequest order_request,
    Mail mail,
    Program program,
}

crate::code::coded!(Action, "action");

impl Serialize for Action {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Action {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        code.parse().map_err(de::Error::custom)
    }
}

impl Read for Action {
    fn read(tree: &Tree) -> Option<Self> {
        tree.text()?.parse().ok()
    }
}

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

    /// The roles that may do this to such a subject.
    ///
    /// ```
    /// use tierline_core::{access::Action, organization::{Capabilities, Capability}, permission::SubjectKind, role::Role};
    /// // A helpdesk agent works with the users of customers, and not with those of the own organization.
    /// let provider = Capabilities::only(Capability::IndirectProvider);
    /// let roles = |on| Action::ManageUsers.roles_on(&provider, on);
    /// assert!(roles(SubjectKind::Customer).contains(Role::HelpdeskAgent));
    /// assert!(!roles(SubjectKind::Own).contains(Role::HelpdeskAgent));
    /// ```
    #[must_use]
    pub fn roles_on(self, capabilities: &Capabilities, on: SubjectKind) -> RoleSet {
        self.permissions()
            .iter()
            .filter(|row| capabilities.is_of(row.by) && row.on.kind() == on)
            .fold(RoleSet::EMPTY, |roles, row| roles.union(row.roles))
    }
}
