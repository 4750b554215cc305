//! Routes of this area's pages.

use super::page::{
    AddPartnerPage, OrganizationDetailPage, OrganizationListPage, OrganizationUserPage,
};

crate::lazy::pages! { operator:
    "organizations" => OrganizationListPage,
    "organizations/add" => AddPartnerPage,
    "organizations/:id" => OrganizationDetailPage,
    "organizations/:id/users/:user" => OrganizationUserPage,
}
