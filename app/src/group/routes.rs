//! Routes of this area's pages.

use super::page::GroupsPage;

crate::lazy::pages! { group:
    "settings/customer-groups" => GroupsPage,
}
