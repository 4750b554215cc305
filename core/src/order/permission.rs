//! Orders and subscriptions: a customer's right to order lets a partner order, its right to administer lets it change
//! what was ordered, its right to support lets it be turned to. To see subscriptions any relationship is enough.

use crate::{
    organization::Kind,
    permission::{Need, Permission, Subject, Tie},
    relationship::Grant,
    role::{Role, RoleSet},
};

pub(crate) const PLACE_ORDER: &[Permission] = &[Permission {
    by: Kind::Partner,
    roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent, Role::SalesAgent]),
    on: Subject::Customer(Tie::Grant(Grant::OrderOnBehalf)),
    needs: Need::BusinessOfSide,
}];

pub(crate) const VIEW_SUBSCRIPTIONS: &[Permission] = &[
    Permission {
        by: Kind::Partner,
        roles: RoleSet::of(&[
            Role::GlobalAdmin,
            Role::AdminAgent,
            Role::SalesAgent,
            Role::HelpdeskAgent,
            Role::IncentivesAdmin,
            Role::ReportViewer,
        ]),
        on: Subject::Customer(Tie::Relationship),
        needs: Need::Nothing,
    },
    Permission {
        by: Kind::Customer,
        roles: RoleSet::of(&[Role::GlobalAdmin, Role::BillingAdmin]),
        on: Subject::Own,
        needs: Need::Nothing,
    },
];

/// Only admin agents and global admins change subscriptions ("Partner with indirect resellers in the CSP program").
pub(crate) const MANAGE_SUBSCRIPTIONS: &[Permission] = &[Permission {
    by: Kind::Partner,
    roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent]),
    on: Subject::Customer(Tie::Grant(Grant::Administer)),
    needs: Need::Nothing,
}];

pub(crate) const DESIGNATE_SUPPORT: &[Permission] = &[Permission {
    by: Kind::Partner,
    roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent]),
    on: Subject::Customer(Tie::Grant(Grant::Support)),
    needs: Need::Nothing,
}];
