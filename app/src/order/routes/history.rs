//! What was ordered: apart from the page that orders.

use crate::order::page::{history::OrdersPage, placed::OrderPage};

crate::lazy::pages! { order_history:
    "orders" => OrdersPage,
    "orders/:id" => OrderPage,
}
