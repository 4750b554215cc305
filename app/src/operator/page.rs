//! The operator's pages on organizations.

mod account_review;
mod add;
mod capability;
mod completion;
mod detail;
mod first_admin;
mod list;
mod offboarding;
mod people;
mod profile;
mod related;
#[cfg(all(test, feature = "ssr"))]
mod tests;
mod user;

pub use add::AddPartnerPage;
pub use detail::OrganizationDetailPage;
pub use list::OrganizationListPage;
pub use user::OrganizationUserPage;
