//! Agreements: only a global admin signs, and sees what is to be signed; the operator publishes the texts.

use crate::{
    organization::Kind,
    permission::{Need, Permission, Subject},
    role::{Role, RoleSet},
};

/// "Sign the Microsoft Partner Agreement on the Partner Center dashboard overview using Global admin credentials"
/// ("Partner with indirect providers in the CSP program").
pub(crate) const SIGN_AGREEMENT: &[Permission] = &[Permission {
    by: Kind::Partner,
    roles: RoleSet::of(&[Role::GlobalAdmin]),
    on: Subject::Own,
    needs: Need::Nothing,
}];

pub(crate) const MANAGE_AGREEMENTS: &[Permission] = &[Permission::OF_PROGRAM_ADMIN];
