//! Relationships: partners ask, by the roles that sell; customers accept, see and end, by their global admins.
//!
//! A reseller alone invites for both. A right that was taken away may be asked for again without being in business: the
//! relationship is there.

use crate::{
    organization::{Capability, Kind},
    permission::{Need, Permission, Subject, Tie, actions},
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

actions! { Relationship:
    /// Ask a customer for a relationship with the own organization alone.
    RequestRelationship = "request_relationship" {
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
    }

    /// Ask a customer for relationships with reseller and provider together.
    InviteForBoth = "invite_for_both" {
        Permission {
            by: Kind::Partner,
            roles: ASKING,
            on: Subject::Own,
            needs: Need::Business(Capability::IndirectReseller),
        },
    }

    /// As a customer: accept or decline an invitation.
    AcceptRelationship = "accept_relationship" { GRANTING }

    /// As a customer: see which partners can act for it.
    ViewGrants = "view_grants" {
        Permission {
            roles: RoleSet::of(&[Role::GlobalAdmin, Role::BillingAdmin]),
            ..GRANTING
        },
    }

    /// As a customer: take away one right.
    EndGrant = "end_grant" { GRANTING }

    /// As a customer: end a relationship.
    EndRelationship = "end_relationship" { GRANTING }

    /// As a customer of the cloud platform: make a reseller the owner of its tenant there, or no longer.
    ChangeTenantOwner = "change_tenant_owner" { GRANTING }

    /// As a customer: give a partner's rights an end date, move it or take it away, and answer a request to renew.
    SetEndDate = "set_end_date" { GRANTING }

    /// Ask a customer to renew the rights that end.
    AskToRenew = "ask_to_renew" {
        Permission {
            by: Kind::Partner,
            roles: ASKING,
            on: Subject::Customer(Tie::Relationship),
            needs: Need::Nothing,
        },
    }
}
