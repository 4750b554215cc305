//! The actor of a request: a user, in one organization, with the roles held there.
//!
//! A person can belong to several organizations. Every question is asked for one of them, chosen at sign-in; the same
//! person's roles elsewhere do not count.
//!
//! ```
//! use tierline_core::{actor::Actor, ids::{OrganizationId, UserId}, role::{Role, RoleSet}};
//! # let (user, organization) = (UserId::from_uuid(uuid::Uuid::from_u128(1)), OrganizationId::from_uuid(uuid::Uuid::from_u128(2)));
//! let agent = Actor { user, organization, roles: RoleSet::EMPTY.with(Role::AdminAgent).with(Role::ReportViewer) };
//! assert!(agent.roles.contains(Role::ReportViewer));
//! ```

use serde::{Deserialize, Serialize};

use crate::{
    ids::{OrganizationId, UserId},
    read::Read,
    role::RoleSet,
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
}
