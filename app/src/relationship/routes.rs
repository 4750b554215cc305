//! Routes of this area's pages.

use super::page::GrantsPage;

crate::lazy::pages! { relationship:
    "grants" => GrantsPage,
}
