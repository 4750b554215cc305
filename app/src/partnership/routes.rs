//! Routes of this area's pages.

use super::page::{PartnershipPage, ProvidersPage, ResellersPage};

crate::lazy::pages! { partnership:
    "resellers" => ResellersPage,
    "providers" => ProvidersPage,
    "partnerships/:id" => PartnershipPage,
}
