//! Routes of this area's pages.

use super::page::{EndingPage, GrantsPage};

crate::lazy::pages! { relationship:
    "grants" => GrantsPage,
    "grants/:id/end" => EndingPage,
}
