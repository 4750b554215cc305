//! The operator's pages on organizations.

mod detail;
mod list;

pub use detail::OrganizationDetailPage;
pub use list::OrganizationListPage;
