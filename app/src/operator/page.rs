//! The operator's pages on organizations.

mod add;
mod detail;
mod list;
mod offboarding;
#[cfg(all(test, feature = "ssr"))]
mod tests;

pub use add::AddPartnerPage;
pub use detail::OrganizationDetailPage;
pub use list::OrganizationListPage;
