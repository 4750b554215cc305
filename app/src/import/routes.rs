//! Routes of this area's pages.

use super::page::{ImportDetailPage, ImportLinesPage, ImportListPage};

crate::lazy::pages! { import:
    "imports" => ImportListPage,
    "imports/lines" => ImportLinesPage,
    "imports/:id" => ImportDetailPage,
}
