//! Who is asking: a user, in one organisation, with the roles held there.
//!
//! A person can belong to several organisations. Every question is asked for one of them, chosen at sign-in; what
//! the same person may do elsewhere does not count.
//!
//! ```
//! use tierline_core::{actor::Actor, ids::{OrganisationId, UserId}, role::{Role, RoleSet}};
//! # let (user, organisation) = (UserId::from_uuid(uuid::Uuid::from_u128(1)), OrganisationId::from_uuid(uuid::Uuid::from_u128(2)));
//! let agent = Actor { user, organisation, roles: RoleSet::EMPTY.with(Role::AdminAgent).with(Role::ReportViewer) };
//! assert!(agent.roles.contains(Role::ReportViewer));
//! ```

use serde::{Deserialize, Serialize};

use crate::{
    ids::{OrganisationId, UserId},
    role::RoleSet,
};

/// The user who asks, for the organisation that was chosen at sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The person.
    pub user: UserId,
    /// The organisation the person acts for.
    pub organisation: OrganisationId,
    /// The person's roles in that organisation and no other.
    pub roles: RoleSet,
}
