//! Roles that an admin may deal with, and that a user of an organization can have.

use super::Refusal;
use crate::{
    access::{self, Action},
    actor::Actor,
    organization::Organization,
    role::{Role, RoleSet},
};

/// Whether the actor may give or take these roles, or do something to a user who holds them.
pub(super) fn may_handle(
    organization: &Organization,
    actor: &Actor,
    roles: RoleSet,
) -> Result<(), crate::Refusal> {
    access::authorize_own(organization, actor, Action::ManageUsers)?;
    access::over_all(organization, actor)?;
    if roles.contains(Role::GlobalAdmin) {
        access::authorize_own(organization, actor, Action::ManageGlobalAdmins)?;
    }
    Ok(())
}

/// Whether a user of this organization can have these roles.
pub(super) fn are_roles_of(organization: &Organization, roles: RoleSet) -> Result<(), Refusal> {
    if roles.is_empty() {
        return Err(Refusal::NoRole);
    }
    let elsewhere = roles
        .iter()
        .find(|role| !role.exists_in(&organization.capabilities));
    elsewhere.map_or(Ok(()), |role| {
        Err(Refusal::RoleElsewhere {
            role,
            organization: organization.party(),
        })
    })
}
