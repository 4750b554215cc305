//! Pages of imports.

pub(super) mod detail;
mod lines;
mod list;

pub use detail::ImportDetailPage;
pub use lines::ImportLinesPage;
pub use list::ImportListPage;
