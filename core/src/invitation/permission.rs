//! Invitations: whoever of a partner may ask, may also send again and take back what a colleague has asked.

use crate::{
    organization::Kind,
    permission::{Need, Permission, Subject, actions},
    role::{Role, RoleSet},
};

actions! { Invitation:
    /// Edit, send, resend or cancel an invitation of the own organization.
    ///
    /// The request of an invitation is checked again when it is sent; taking one back has no further requirements.
    ManageInvitation = "manage_invitation" {
        Permission {
            by: Kind::Partner,
            roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent, Role::SalesAgent]),
            on: Subject::Own,
            needs: Need::Nothing,
        },
    }
}
