//! Partnerships: providers ask, a global admin of the reseller accepts, and either side ends them.
//!
//! Access to the reseller's tenant is the one thing that only one side may use, and only the other may take away or
//! give again ("Partner with indirect providers in the CSP program").

use crate::{
    organization::{Capability, Kind},
    permission::{Need, Permission, Seat, Subject},
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

pub(crate) const VIEW_PARTNERS: &[Permission] = &[
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
];

pub(crate) const REQUEST_PARTNERSHIP: &[Permission] = &[Permission {
    by: Kind::Partner,
    roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent, Role::SalesAgent]),
    on: Subject::Own,
    needs: Need::Business(Capability::IndirectProvider),
}];

/// Only a global admin may authorize a provider ("Partner with indirect providers in the CSP program").
pub(crate) const ACCEPT_PARTNERSHIP: &[Permission] = &[Permission {
    by: Kind::Partner,
    roles: RoleSet::of(&[Role::GlobalAdmin]),
    on: Subject::Own,
    needs: Need::Business(Capability::IndirectReseller),
}];

pub(crate) const END_PARTNERSHIP: &[Permission] = &[Permission {
    by: Kind::Partner,
    roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent]),
    on: Subject::Partner(Seat::Either),
    needs: Need::Nothing,
}];

pub(crate) const REVOKE_TENANT_ADMIN: &[Permission] = &[Permission {
    by: Kind::Partner,
    roles: RoleSet::of(&[Role::GlobalAdmin]),
    on: Subject::Partner(Seat::Reseller),
    needs: Need::Nothing,
}];

/// As at the acceptance of the request: only a global admin gives access to the tenant.
pub(crate) const GRANT_TENANT_ADMIN: &[Permission] = &[Permission {
    by: Kind::Partner,
    roles: RoleSet::of(&[Role::GlobalAdmin]),
    on: Subject::Partner(Seat::Reseller),
    needs: Need::Nothing,
}];

pub(crate) const ADMINISTER_RESELLER_TENANT: &[Permission] = &[Permission {
    by: Kind::Partner,
    roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent]),
    on: Subject::Partner(Seat::TenantAdmin),
    needs: Need::Nothing,
}];
