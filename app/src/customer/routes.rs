//! Where the pages of this area are.

pub(crate) mod wizard;

use super::page::{detail::CustomerPage, list::CustomersPage};

crate::lazy::pages! { customer:
    "customers" => CustomersPage,
    "customers/:id" => CustomerPage,
}
