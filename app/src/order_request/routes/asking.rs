//! What a reseller asks with: apart from the requests that are there, because it brings the catalog along.

use crate::order_request::page::{ask::AskForOrderPage, review::ReviewOrderRequestPage};

crate::lazy::pages! { order_request_asking:
    "order-requests/new" => AskForOrderPage,
    "order-requests/new/review" => ReviewOrderRequestPage,
}
