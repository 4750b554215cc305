//! Routes of this area's pages.

use super::page::{AddPartnerPage, OrganizationDetailPage, OrganizationListPage};

crate::lazy::pages! { operator:
    "organizations" => OrganizationListPage,
    "organizations/add" => AddPartnerPage,
    "organizations/:id" => OrganizationDetailPage,
}
