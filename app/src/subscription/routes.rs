//! Routes of this area's pages.

pub(crate) mod bulk;
pub(crate) mod lists;

use super::page::{
    change::SubscriptionChangePage, detail::SubscriptionDetailPage, partners::PartnersPage,
};

crate::lazy::pages! { subscription:
    "subscriptions/:id" => SubscriptionDetailPage,
    "subscriptions/:id/change" => SubscriptionChangePage,
    "subscriptions/:id/partners" => PartnersPage,
}
