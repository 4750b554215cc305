//! Routes of this area's pages.

pub(crate) mod detail;

use super::page::CaseListPage;

crate::lazy::pages! { review:
    "cases" => CaseListPage,
}
