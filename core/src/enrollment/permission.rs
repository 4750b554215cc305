//! Enrollments: a global admin of the company enrolls it, and the operator reviews. Nobody does both.

use crate::{
    organization::{Capability, Kind},
    permission::{Need, Permission, Subject, actions},
    role::{Role, RoleSet},
};

actions! { Enrollment:
    /// Enroll the own organization in the program, and answer what its review asks for.
    //
    // "Sign in to your organization's tenant as a global administrator" ("Partner with indirect providers in the CSP
    // program").
    Enroll = "enroll" {
        Permission {
            by: Kind::Partner,
            roles: RoleSet::of(&[Role::GlobalAdmin]),
            on: Subject::Own,
            needs: Need::Nothing,
        }
    }

    /// Review enrollments, and decide their checks.
    ReviewEnrollments = "review_enrollments" {
        Permission {
            by: Kind::Operator,
            roles: RoleSet::of(&[Role::ProgramAdmin, Role::Reviewer]),
            on: Subject::Program,
            needs: Need::Active(Capability::Operator),
        }
    }

    /// Say which reviewer works on a case.
    AssignCases = "assign_cases" {
        Permission {
            by: Kind::Operator,
            roles: RoleSet::of(&[Role::ProgramAdmin]),
            on: Subject::Program,
            needs: Need::Active(Capability::Operator),
        }
    }
}
