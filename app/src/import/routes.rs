//! Routes of this area's pages.

use super::page::{
    ImportDetailPage, ImportLinesPage, ImportListPage, ImportUsersPage, UserImportLinesPage,
    UserImportPage,
};

crate::lazy::pages! { import:
    "imports" => ImportListPage,
    "imports/lines" => ImportLinesPage,
    "imports/:id" => ImportDetailPage,
    "licenses/import-lines" => UserImportLinesPage,
    "licenses/import/:customer" => ImportUsersPage,
    "licenses/import/:customer/:id" => UserImportPage,
}
