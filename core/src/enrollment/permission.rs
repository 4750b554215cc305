//! Enrollments: a global admin of the company enrolls it, and the operator reviews. Nobody does both.

use crate::{
    organization::{Capability, Kind},
    permission::{Need, Permission, Subject},
    role::{Role, RoleSet},
};

/// "Sign in to your organization's tenant as a global administrator" ("Partner with indirect providers in the CSP
/// program").
pub(crate) const ENROLL: &[Permission] = &[Permission {
    by: Kind::Partner,
    roles: RoleSet::of(&[Role::GlobalAdmin]),
    on: Subject::Own,
    needs: Need::Nothing,
}];

pub(crate) const REVIEW_ENROLLMENTS: &[Permission] = &[Permission {
    by: Kind::Operator,
    roles: RoleSet::of(&[Role::ProgramAdmin, Role::Reviewer]),
    on: Subject::Program,
    needs: Need::Active(Capability::Operator),
}];
