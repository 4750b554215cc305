//! Where the pages of this area are.

use super::page::{PartnershipPage, ProvidersPage, ResellersPage};

crate::lazy::pages! { partnership:
    "resellers" => ResellersPage,
    "providers" => ProvidersPage,
    "partnerships/:id" => PartnershipPage,
}
