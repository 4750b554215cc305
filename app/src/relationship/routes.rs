//! Where the pages of this area are.

use super::page::GrantsPage;

crate::lazy::pages! { relationship:
    "grants" => GrantsPage,
}
