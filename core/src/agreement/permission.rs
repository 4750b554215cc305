//! Agreements: only a global admin signs, and sees what is to be signed; the operator publishes the texts; a provider
//! asks whether a reseller has signed.

use crate::{
    organization::{Capability, Kind},
    permission::{Need, Permission, Subject, actions},
    role::{Role, RoleSet},
};

actions! { Agreement:
    /// View and sign the agreements of the own organization.
    //
    // "Sign the Microsoft Partner Agreement on the Partner Center dashboard overview using Global admin credentials"
    // ("Partner with indirect providers in the CSP program").
    SignAgreement = "sign_agreement" {
        Permission {
            by: Kind::Partner,
            roles: RoleSet::of(&[Role::GlobalAdmin]),
            on: Subject::Own,
            needs: Need::Nothing,
        }
    }

    /// Ask where a reseller of the own region stands: enrolled, signed, in good standing.
    //
    // Whoever may ask a reseller for a partnership may ask this before.
    LookUpReseller = "look_up_reseller" {
        Permission {
            by: Kind::Partner,
            roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent, Role::SalesAgent]),
            on: Subject::Own,
            needs: Need::Active(Capability::IndirectProvider),
        }
    }

    /// Publish the texts of agreements.
    ManageAgreements = "manage_agreements" { Permission::OF_PROGRAM_ADMIN }
}
