//! Routes of this area's pages.

pub(crate) mod link;

use super::page::{
    AddCustomerUserPage, AddUserPage, CustomerUserPage, RemovedUserPage, UserDetailPage,
    UserListPage, UserPasswordPage,
};

crate::lazy::pages! { member:
    "settings/users" => UserListPage,
    "settings/users/add" => AddUserPage,
    "settings/users/:id" => UserDetailPage,
    "customers/:id/users/add" => AddCustomerUserPage,
    "customers/:id/users/:user" => CustomerUserPage,
    "customers/:id/users/:user/password" => UserPasswordPage,
    "customers/:id/users/:user/removed" => RemovedUserPage,
}
