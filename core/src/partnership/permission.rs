//! Partnerships: providers ask, a global admin of the reseller accepts, and either side ends them.
//!
//! Access to the reseller's tenant is the one thing that only one side may use, and only the other may take away or
//! give again ("Partner with indirect providers in the CSP program").

use crate::{
    organization::{Capability, Kind},
    permission::{Need, Permission, Seat, Subject, actions},
    role::{Role, RoleSet},
};

/// Every role of a partner but helpdesk agent may view its partnerships.
const READING: RoleSet = RoleSet::of(&[
    Role::GlobalAdmin,
    Role::AdminAgent,
    Role::SalesAgent,
    Role::IncentivesAdmin,
    Role::ReportViewer,
]);

actions! { Partnership:
    /// See the partnerships and requests of the own organization.
    ViewPartners = "view_partners" {
        Permission {
            by: Kind::Partner,
            roles: READING,
            on: Subject::Own,
            needs: Need::Nothing,
        },
        Permission {
            by: Kind::Partner,
            roles: READING,
            on: Subject::Partner(Seat::Either),
            needs: Need::Nothing,
        },
    }

    /// Ask a reseller for a partnership.
    RequestPartnership = "request_partnership" {
        Permission {
            by: Kind::Partner,
            roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent, Role::SalesAgent]),
            on: Subject::Own,
            needs: Need::Business(Capability::IndirectProvider),
        },
    }

    /// Accept or decline a provider's partnership request.
    ///
    /// Only a global admin may authorize a provider ("Partner with indirect providers in the CSP program").
    AcceptPartnership = "accept_partnership" {
        Permission {
            by: Kind::Partner,
            roles: RoleSet::of(&[Role::GlobalAdmin]),
            on: Subject::Own,
            needs: Need::Business(Capability::IndirectReseller),
        },
    }

    /// End a partnership.
    EndPartnership = "end_partnership" {
        Permission {
            by: Kind::Partner,
            roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent]),
            on: Subject::Partner(Seat::Either),
            needs: Need::Nothing,
        },
    }

    /// Take away a provider's administrator access to the own tenant.
    RevokeTenantAdmin = "revoke_tenant_admin" {
        Permission {
            by: Kind::Partner,
            roles: RoleSet::of(&[Role::GlobalAdmin]),
            on: Subject::Partner(Seat::Reseller),
            needs: Need::Nothing,
        },
    }

    /// Give a provider the administrator access to the own tenant again.
    ///
    /// As at the acceptance of the request: only a global admin gives access to the tenant.
    GrantTenantAdmin = "grant_tenant_admin" {
        Permission {
            by: Kind::Partner,
            roles: RoleSet::of(&[Role::GlobalAdmin]),
            on: Subject::Partner(Seat::Reseller),
            needs: Need::Nothing,
        },
    }

    /// Administer the tenant of a reseller in partnership.
    AdministerResellerTenant = "administer_reseller_tenant" {
        Permission {
            by: Kind::Partner,
            roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent]),
            on: Subject::Partner(Seat::TenantAdmin),
            needs: Need::Nothing,
        },
    }
}
