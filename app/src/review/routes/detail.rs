//! One case and its decision: apart from the list, from which many go no further.

use crate::review::page::{AlikeCasesPage, CaseDetailPage, DecisionStepPage};

crate::lazy::pages! { review_detail:
    "cases/:id" => CaseDetailPage,
    "cases/:id/alike" => AlikeCasesPage,
    "cases/:id/decision" => DecisionStepPage,
}
