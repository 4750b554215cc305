//! The functions of a customer's subscriptions, of its users and of their licenses. All of them take an id.

use super::{
    ADDED, ASSIGNED, BILLING, BLOCKED, CALLED, Function, IMPORT, NAMED, NO_USER, REQUEST, RESTORED,
    SETTLED, WITHDRAWN, of,
};
use crate::id::Id;

/// Those that only read come first.
pub(crate) const OF_LICENSES: &[Function] = &[
    of("/api/new-subscription", "customer", Id::Customer, &[]),
    of(
        "/api/order-review",
        "customer",
        Id::Customer,
        &[("lines", "{sku}:1")],
    ),
    of(
        "/api/order-review",
        "reseller",
        Id::Reseller,
        &[("customer", "{customer}"), ("lines", "{sku}:1")],
    ),
    of("/api/subscriptions", "customer", Id::Customer, &[]),
    of("/api/subscription", "id", Id::Subscription, &[]),
    of("/api/order", "id", Id::Order, &[]),
    of(
        "/api/subscription-change",
        "id",
        Id::Subscription,
        &[("what", "renew_now")],
    ),
    of("/api/subscription-partners", "id", Id::Subscription, &[]),
    of("/api/customer-user", "customer", Id::Customer, &[NO_USER]),
    of("/api/removed-user", "customer", Id::Customer, &[NO_USER]),
    of("/api/new-customer-user", "customer", Id::Customer, &[]),
    of("/api/user-password", "customer", Id::Customer, &[NO_USER]),
    of("/api/user-import-start", "customer", Id::Customer, &[]),
    of("/api/user-import", "customer", Id::Customer, &[IMPORT]),
    of("/api/license-user", "customer", Id::Customer, &[NO_USER]),
    of(
        "/api/change-subscription",
        "subscription",
        Id::Subscription,
        &[
            REQUEST,
            ("what", "auto_renew_off"),
            ("version", "1"),
            ("cost", ""),
        ],
    ),
    of(
        "/api/begin-renewals",
        "subscriptions[]",
        Id::Subscription,
        &[REQUEST, ("what", "auto_renew_on")],
    ),
    of(
        "/api/designate-support",
        "subscription",
        Id::Subscription,
        &[REQUEST, NAMED],
    ),
    of(
        "/api/set-partner-of-record",
        "subscription",
        Id::Subscription,
        &[REQUEST],
    ),
    of("/api/help-user", "customer", Id::Customer, BLOCKED),
    of(
        "/api/rename-customer-user",
        "customer",
        Id::Customer,
        CALLED,
    ),
    of(
        "/api/update-customer-user-roles",
        "customer",
        Id::Customer,
        BILLING,
    ),
    of("/api/restore-user", "customer", Id::Customer, RESTORED),
    of("/api/add-customer-user", "customer", Id::Customer, ADDED),
    of("/api/assign-licenses", "customer", Id::Customer, ASSIGNED),
    of(
        "/api/withdraw-licenses",
        "customer",
        Id::Customer,
        WITHDRAWN,
    ),
    of("/api/settle-user-import", "customer", Id::Customer, SETTLED),
];
