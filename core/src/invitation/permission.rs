//! Invitations: whoever of a partner may ask, may also send again and take back what a colleague has asked.

use crate::{
    organization::Kind,
    permission::{Need, Permission, Subject},
    role::{Role, RoleSet},
};

/// The request of an invitation is checked again when it is sent; taking one back has no further requirements.
pub(crate) const MANAGE_INVITATION: &[Permission] = &[Permission {
    by: Kind::Partner,
    roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent, Role::SalesAgent]),
    on: Subject::Own,
    needs: Need::Nothing,
}];
