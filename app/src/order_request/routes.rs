//! Routes of this area's pages.

use super::page::{
    ask::AskForOrderPage, detail::OrderRequestPage, list::OrderRequestsPage,
    review::ReviewOrderRequestPage, setting::AskedFirstPage,
};

crate::lazy::pages! { order_request:
    "order-requests" => OrderRequestsPage,
    "order-requests/new" => AskForOrderPage,
    "order-requests/new/review" => ReviewOrderRequestPage,
    "order-requests/:id" => OrderRequestPage,
    "settings/order-requests" => AskedFirstPage,
}
