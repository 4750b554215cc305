//! Pages of the operator's cases.

mod checks;
mod decision;
mod detail;
mod facts;
mod list;
mod work;

pub use decision::DecisionStepPage;
pub use detail::CaseDetailPage;
pub use list::CaseListPage;
