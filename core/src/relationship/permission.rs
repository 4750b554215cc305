//! Relationships: partners ask, by the roles that sell; customers accept, see and end, by their global admins.
//!
//! A reseller alone invites for both. A right that was taken away may be asked for again without being in business: the
//! relationship is there.

use crate::{
    organization::{Capability, Kind},
    permission::{Need, Permission, Subject, Tie},
    role::{Role, RoleSet},
};

/// The roles of a partner that may send requests to others.
const ASKING: RoleSet = RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent, Role::SalesAgent]);

/// Rule 2: a global admin grants rights, and takes them away.
const GRANTING: Permission = Permission {
    by: Kind::Customer,
    roles: RoleSet::of(&[Role::GlobalAdmin]),
    on: Subject::Own,
    needs: Need::Nothing,
};

pub(crate) const REQUEST_RELATIONSHIP: &[Permission] = &[
    Permission {
        by: Kind::Partner,
        roles: ASKING,
        on: Subject::Own,
        needs: Need::BusinessOfSide,
    },
    Permission {
        by: Kind::Partner,
        roles: ASKING,
        on: Subject::Customer(Tie::IncompleteRelationship),
        needs: Need::Nothing,
    },
];

pub(crate) const INVITE_FOR_BOTH: &[Permission] = &[Permission {
    by: Kind::Partner,
    roles: ASKING,
    on: Subject::Own,
    needs: Need::Business(Capability::IndirectReseller),
}];

pub(crate) const ACCEPT_RELATIONSHIP: &[Permission] = &[GRANTING];

pub(crate) const VIEW_GRANTS: &[Permission] = &[Permission {
    roles: RoleSet::of(&[Role::GlobalAdmin, Role::BillingAdmin]),
    ..GRANTING
}];

pub(crate) const END_GRANT: &[Permission] = &[GRANTING];

pub(crate) const END_RELATIONSHIP: &[Permission] = &[GRANTING];
