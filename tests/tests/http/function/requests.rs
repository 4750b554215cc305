//! The functions of requests for orders.

use super::{Function, NO_SUBSCRIPTION, REQUEST, of};
use crate::id::Id;

/// Those that only read come first, those that end something last.
pub(crate) const OF_REQUESTS: &[Function] = &[
    of("/api/order-request", "id", Id::OrderRequest, &[]),
    of("/api/order-request-form", "customer", Id::Customer, &[]),
    of(
        "/api/order-request-form",
        "subscription",
        Id::Subscription,
        &[],
    ),
    of(
        "/api/order-request-review",
        "customer",
        Id::Customer,
        &[("lines", "{sku}:1")],
    ),
    of(
        "/api/ask-for-order",
        "customer",
        Id::Customer,
        &[REQUEST, ("what", "cancel"), NO_SUBSCRIPTION],
    ),
    of(
        "/api/write-order-request",
        "order_request",
        Id::OrderRequest,
        &[REQUEST, ("message", "When do you need them?")],
    ),
    of(
        "/api/change-order-request",
        "order_request",
        Id::OrderRequest,
        &[
            REQUEST,
            ("revision", "0"),
            ("what", "cancel"),
            NO_SUBSCRIPTION,
        ],
    ),
    of(
        "/api/approve-order-request",
        "order_request",
        Id::OrderRequest,
        &[REQUEST, ("revision", "0"), ("cost", "nothing")],
    ),
    of(
        "/api/agree-order-request",
        "order_request",
        Id::OrderRequest,
        &[REQUEST, ("revision", "0"), ("then", "agree")],
    ),
    of(
        "/api/decline-order-request",
        "order_request",
        Id::OrderRequest,
        &[REQUEST, ("reason", "not before the renewal")],
    ),
    of(
        "/api/withdraw-order-request",
        "order_request",
        Id::OrderRequest,
        &[REQUEST],
    ),
];
