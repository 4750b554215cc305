//! MPN IDs: a partner's admins associate their own, and the operator keeps the registry.

use crate::{
    organization::Kind,
    permission::{Need, Permission, Subject},
    role::{Role, RoleSet},
};

/// As whoever can supply a missing one ([`MpnIdMissing`](crate::organization::Refusal::MpnIdMissing)).
pub(crate) const ASSOCIATE_MPN_ID: &[Permission] = &[Permission {
    by: Kind::Partner,
    roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent]),
    on: Subject::Own,
    needs: Need::Nothing,
}];

pub(crate) const MANAGE_MEMBERS: &[Permission] = &[Permission::OF_PROGRAM_ADMIN];
