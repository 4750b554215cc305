//! Routes of this area's pages.

pub(crate) mod renewing;

use super::page::{EndDatesPage, EndingPage, GrantsPage, RenewalPage};

crate::lazy::pages! { relationship:
    "grants" => GrantsPage,
    "grants/:id/end" => EndingPage,
    "grants/:id/dates" => EndDatesPage,
    "grants/:id/renew" => RenewalPage,
}
