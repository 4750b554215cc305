//! Routes of this area's pages.

use super::page::{
    ask::AskForOrderPage, detail::OrderRequestPage, list::OrderRequestsPage,
    setting::AskedFirstPage,
};

crate::lazy::pages! { order_request:
    "order-requests" => OrderRequestsPage,
    "order-requests/new" => AskForOrderPage,
    "order-requests/:id" => OrderRequestPage,
    "settings/order-requests" => AskedFirstPage,
}
