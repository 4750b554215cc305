//! MPN IDs: a partner's admins associate their own, and the operator keeps the registry.

use crate::{
    organization::Kind,
    permission::{Need, Permission, Subject, actions},
    role::{Role, RoleSet},
};

actions! { Membership:
    /// Associate a location MPN ID with the own organization, or add a location.
    //
    // As whoever can supply a missing one, by `organization::Refusal::MpnIdMissing`.
    AssociateMpnId = "associate_mpn_id" {
        Permission {
            by: Kind::Partner,
            roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent]),
            on: Subject::Own,
            needs: Need::Nothing,
        }
    }

    /// Keep the registry of members and their MPN IDs.
    ManageMembers = "manage_members" { Permission::OF_PROGRAM_ADMIN }
}
