//! Pages of user management.

mod add;
mod detail;
#[cfg(not(feature = "hydrate"))]
pub mod link;
mod list;
mod roles;
mod user_actions;

pub use add::AddUserPage;
pub use detail::UserDetailPage;
pub use list::UserListPage;
