//! Routes of this area's pages.

pub(crate) mod link;

use super::page::{AddUserPage, UserDetailPage, UserListPage};

crate::lazy::pages! { member:
    "settings/users" => UserListPage,
    "settings/users/add" => AddUserPage,
    "settings/users/:id" => UserDetailPage,
}
