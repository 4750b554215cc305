//! Program settings: the operator's program admins change them, and its reviewers, who work by them, read them.

use crate::{
    organization::{Capability, Kind},
    permission::{Need, Permission, Subject, actions},
    role::{Role, RoleSet},
};

actions! { Program:
    /// Read the program settings, and what was changed in them.
    ViewProgramSettings = "view_program_settings" {
        Permission {
            by: Kind::Operator,
            roles: RoleSet::of(&[Role::ProgramAdmin, Role::Reviewer]),
            on: Subject::Program,
            needs: Need::Active(Capability::Operator),
        }
    }

    /// Change the program settings.
    ManageProgramSettings = "manage_program_settings" { Permission::OF_PROGRAM_ADMIN }
}
