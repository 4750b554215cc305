//! Mail of the program.

/// This area's rows of the table.
pub(crate) mod permission {
    use crate::{
        organization::{Capability, Kind},
        permission::{Need, Permission, Subject},
        role::{Role, RoleSet},
    };

    pub(crate) const MANAGE_MAIL: &[Permission] = &[Permission {
        by: Kind::Operator,
        roles: RoleSet::EMPTY.with(Role::ProgramAdmin),
        on: Subject::Program,
        needs: Need::Active(Capability::Operator),
    }];
}
