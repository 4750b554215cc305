//! The operator's pages on organizations.

mod add;
mod detail;
mod list;

pub use add::AddPartnerPage;
pub use detail::OrganizationDetailPage;
pub use list::OrganizationListPage;
