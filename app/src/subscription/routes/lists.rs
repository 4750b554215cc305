//! What goes through many subscriptions: apart from the pages of one.

use crate::subscription::page::{renewals::RenewalsPage, statement::StatementPage};

crate::lazy::pages! { subscription_lists:
    "renewals" => RenewalsPage,
    "statement" => StatementPage,
}
