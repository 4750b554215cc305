//! Pages of the operator's cases.

mod alike;
mod checks;
mod decision;
mod detail;
mod facts;
mod list;
#[cfg(all(test, feature = "ssr"))]
mod tests;
mod work;

pub use alike::AlikeCasesPage;
pub use decision::{DecisionStepPage, previews};
pub use detail::CaseDetailPage;
pub use list::CaseListPage;
