//! Routes of this area's pages.

use super::page::{EndDatesPage, EndingPage, GrantsPage, RenewalPage};

crate::lazy::pages! { relationship:
    "grants" => GrantsPage,
    "grants/:id/end" => EndingPage,
    "grants/:id/dates" => EndDatesPage,
    "grants/:id/renew" => RenewalPage,
}
