//! Pages of the operator's cases.

mod checks;
mod decision;
mod detail;
mod facts;
mod list;
#[cfg(all(test, feature = "ssr"))]
mod tests;
mod work;

pub use decision::DecisionStepPage;
pub use detail::CaseDetailPage;
pub use list::CaseListPage;
