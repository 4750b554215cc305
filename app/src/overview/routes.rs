//! Where the pages of this area are.

use super::page::OverviewPage;

crate::lazy::pages! { overview:
    "" => OverviewPage,
}
