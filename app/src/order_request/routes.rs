//! Routes of this area's pages.

pub(crate) mod asking;

use super::page::{detail::OrderRequestPage, list::OrderRequestsPage, setting::AskedFirstPage};

crate::lazy::pages! { order_request:
    "order-requests" => OrderRequestsPage,
    "order-requests/:id" => OrderRequestPage,
    "settings/order-requests" => AskedFirstPage,
}
