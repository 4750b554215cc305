//! Routes of this area's pages.

use super::page::{
    change::SubscriptionChangePage, detail::SubscriptionDetailPage, renewals::RenewalsPage,
    statement::StatementPage,
};

crate::lazy::pages! { subscription:
    "renewals" => RenewalsPage,
    "subscriptions/:id" => SubscriptionDetailPage,
    "subscriptions/:id/change" => SubscriptionChangePage,
    "statement" => StatementPage,
}
