//! Pages of imports.

pub(super) mod detail;
mod lines;
mod list;
mod users;

pub use detail::ImportDetailPage;
pub use lines::{ImportLinesPage, UserImportLinesPage};
pub use list::ImportListPage;
pub use users::{ImportUsersPage, UserImportPage};
