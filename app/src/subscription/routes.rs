//! Routes of this area's pages.

use super::page::{
    change::SubscriptionChangePage, detail::SubscriptionDetailPage, statement::StatementPage,
};

crate::lazy::pages! { subscription:
    "subscriptions/:id" => SubscriptionDetailPage,
    "subscriptions/:id/change" => SubscriptionChangePage,
    "statement" => StatementPage,
}
