//! What goes through many subscriptions: apart from the pages of one.

use crate::subscription::page::{
    all::AllSubscriptionsPage, renewals::RenewalsPage, statement::StatementPage,
};

crate::lazy::pages! { subscription_lists:
    "subscriptions" => AllSubscriptionsPage,
    "renewals" => RenewalsPage,
    "statement" => StatementPage,
}
