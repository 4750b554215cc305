//! Routes of this area's pages.

use super::page::OverviewPage;

crate::lazy::pages! { overview:
    "" => OverviewPage,
}
