//! Who is asking: a user, in one organisation, with the roles held there.

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
