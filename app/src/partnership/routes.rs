//! Routes of the lists of partners. Every other part of the area is loaded separately.

pub(crate) mod detail;

use super::page::list::{ProvidersPage, ResellersPage};

crate::lazy::pages! { partnership:
    "resellers" => ResellersPage,
    "providers" => ProvidersPage,
}
