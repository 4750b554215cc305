//! Where the list of customers is. Every other part of the area is loaded apart.

pub(crate) mod detail;
pub(crate) mod wizard;

use super::page::list::CustomersPage;

crate::lazy::pages! { customer:
    "customers" => CustomersPage,
}
