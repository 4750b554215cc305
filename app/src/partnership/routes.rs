//! Where the lists of partners are. Every other part of the area is loaded apart.

pub(crate) mod detail;

use super::page::{ProvidersPage, ResellersPage};

crate::lazy::pages! { partnership:
    "resellers" => ResellersPage,
    "providers" => ProvidersPage,
}
