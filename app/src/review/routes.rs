//! Routes of this area's pages.

use super::page::{CaseDetailPage, CaseListPage, DecisionStepPage};

crate::lazy::pages! { review:
    "cases" => CaseListPage,
    "cases/:id" => CaseDetailPage,
    "cases/:id/decision" => DecisionStepPage,
}
