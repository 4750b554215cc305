//! Routes of this area's pages.

use super::page::{HoldersPage, LicenseUserPage, LicenseUsersPage, LicensesPage, OwnLicensesPage};

crate::lazy::pages! { license:
    "licenses" => LicensesPage,
    "licenses/users" => LicenseUsersPage,
    "licenses/users/:customer/:id" => LicenseUserPage,
    "licenses/holders" => HoldersPage,
    "my-licenses" => OwnLicensesPage,
}
