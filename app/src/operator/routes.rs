//! Routes of this area's pages.

use super::page::{OrganizationDetailPage, OrganizationListPage};

crate::lazy::pages! { operator:
    "organizations" => OrganizationListPage,
    "organizations/:id" => OrganizationDetailPage,
}
