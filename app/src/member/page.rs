//! Pages of user management.

mod add;
mod detail;
mod help;
#[cfg(not(feature = "hydrate"))]
pub mod link;
mod list;
mod roles;
mod user_actions;

pub use add::AddUserPage;
pub use detail::UserDetailPage;
pub use help::{AddCustomerUserPage, CustomerUserPage, RemovedUserPage, UserPasswordPage};
pub use list::UserListPage;
