//! Route of the list of customers. Every other part of the area is loaded separately.

pub(crate) mod detail;
pub(crate) mod wizard;
pub(crate) mod wizard_begin;

use super::page::{list::CustomersPage, placing::PlacingResultPage};

crate::lazy::pages! { customer:
    "customers" => CustomersPage,
    "customers/in-group/:id" => PlacingResultPage,
}
