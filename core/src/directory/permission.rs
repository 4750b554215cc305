//! The directory: a provider's admins propose, the operator decides, and a reseller's agents ask.

use crate::{
    organization::{Capability, Kind},
    permission::{Need, Permission, Subject, actions},
    role::{Role, RoleSet},
};

actions! { Directory:
    /// Propose what the directory shows of the own organization.
    ProposeListing = "propose_listing" {
        Permission {
            by: Kind::Partner,
            roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent]),
            on: Subject::Own,
            needs: Need::Active(Capability::IndirectProvider),
        }
    }

    /// Ask a provider to partner.
    //
    // "If both you and the provider want to work together" ("Partner with indirect providers in the CSP program"):
    // asked by whoever works with partners, and accepted by a global admin.
    AskToPartner = "ask_to_partner" {
        Permission {
            by: Kind::Partner,
            roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent, Role::SalesAgent]),
            on: Subject::Own,
            needs: Need::Business(Capability::IndirectReseller),
        }
    }

    /// Approve or reject what providers propose.
    ReviewListings = "review_listings" {
        Permission {
            by: Kind::Operator,
            roles: RoleSet::of(&[Role::ProgramAdmin, Role::Reviewer]),
            on: Subject::Program,
            needs: Need::Active(Capability::Operator),
        }
    }
}
