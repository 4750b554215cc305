//! Routes of this area's pages.

use super::page::MarketsPage;

crate::lazy::pages! { market:
    "settings/csp-region" => MarketsPage,
}
