//! Requests for orders: resellers ask, by the roles that sell; providers answer with the right to order; a customer
//! that wants to be asked agrees by its global admins.

use crate::{
    organization::{Capability, Kind},
    permission::{Need, Permission, Subject, Tie, actions},
    relationship::Grant,
    role::{Role, RoleSet},
};

/// The roles of a partner that sell.
const SELLING: RoleSet = RoleSet::of(&[Role::GlobalAdmin, Role::AdminAgent, Role::SalesAgent]);

/// The roles of a partner that read what others sell.
const READING: RoleSet = RoleSet::of(&[
    Role::GlobalAdmin,
    Role::AdminAgent,
    Role::SalesAgent,
    Role::ReportViewer,
]);

/// Whoever pays for it, at the customer.
const PAYING: Permission = Permission {
    by: Kind::Customer,
    roles: RoleSet::of(&[Role::GlobalAdmin, Role::BillingAdmin]),
    on: Subject::Own,
    needs: Need::Nothing,
};

/// Rule 2: a global admin of the customer grants.
const GRANTING: Permission = Permission {
    roles: RoleSet::of(&[Role::GlobalAdmin]),
    ..PAYING
};

actions! { OrderRequest:
    /// As a reseller: ask a provider for an order for a customer.
    AskForOrder = "ask_for_order" {
        Permission {
            by: Kind::Partner,
            roles: SELLING,
            on: Subject::Customer(Tie::Relationship),
            needs: Need::Business(Capability::IndirectReseller),
        },
    }

    /// See requests for orders: those of the own organization, and as a customer those that it is asked about.
    ViewOrderRequests = "view_order_requests" {
        Permission {
            by: Kind::Partner,
            roles: READING,
            on: Subject::Own,
            needs: Need::Nothing,
        },
        Permission {
            by: Kind::Partner,
            roles: READING,
            on: Subject::Customer(Tie::Relationship),
            needs: Need::Nothing,
        },
        PAYING,
    }

    /// Write about a request, and take back one of the own organization.
    FollowOrderRequest = "follow_order_request" {
        Permission {
            by: Kind::Partner,
            roles: SELLING,
            on: Subject::Customer(Tie::Relationship),
            needs: Need::Nothing,
        },
        PAYING,
    }

    /// As a provider: change, approve or decline a request. An approval is an order or a change, and needs what that
    /// needs.
    AnswerOrderRequest = "answer_order_request" {
        Permission {
            by: Kind::Partner,
            roles: SELLING,
            on: Subject::Customer(Tie::Grant(Grant::OrderOnBehalf)),
            needs: Need::Nothing,
        },
    }

    /// As a customer: agree to a request, or not.
    AgreeToOrderRequest = "agree_to_order_request" { GRANTING }

    /// As a customer: decide whether to be asked before a request is approved.
    SetAskedFirst = "set_asked_first" { GRANTING }
}
