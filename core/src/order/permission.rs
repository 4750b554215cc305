//! Orders and subscriptions: a customer's right to order lets a partner order, its right to administer lets it change
//! what was ordered, its right to support lets it be turned to. To see subscriptions any relationship is enough.

use crate::{
    organization::Kind,
    permission::{Need, Permission, Subject, Tie, actions},
    relationship::Grant,
    role::{Role, RoleSet},
};

actions! { Order:
    /// Order on a customer's behalf.
    PlaceOrder = "place_order" {
        Permission {
            by: Kind::Partner,
            roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent, Role::SalesAgent]),
            on: Subject::Customer(Tie::Grant(Grant::OrderOnBehalf)),
            needs: Need::BusinessOfSide,
        },
    }

    /// See a customer's subscriptions, or as a customer its own.
    ViewSubscriptions = "view_subscriptions" {
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
    }

    /// Change what the own organization has ordered for a customer: fewer licenses, its suspension, its end, its
    /// renewal. What is already ordered is changed without new business; more licenses and upgrades are ordered.
    ChangeOrders = "change_orders" {
        Permission {
            by: Kind::Partner,
            roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent]),
            on: Subject::Customer(Tie::Grant(Grant::OrderOnBehalf)),
            needs: Need::Nothing,
        },
    }

    /// Change a customer's subscriptions.
    ///
    /// Only admin agents and global admins change subscriptions ("Partner with indirect resellers in the CSP program").
    ManageSubscriptions = "manage_subscriptions" {
        Permission {
            by: Kind::Partner,
            roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent]),
            on: Subject::Customer(Tie::Grant(Grant::Administer)),
            needs: Need::Nothing,
        },
    }

    /// Be or designate the support contact of a subscription.
    DesignateSupport = "designate_support" {
        Permission {
            by: Kind::Partner,
            roles: RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent]),
            on: Subject::Customer(Tie::Grant(Grant::Support)),
            needs: Need::Nothing,
        },
    }
}
