//! Where a customer's own page is: apart from the list, of which it needs nothing.

use crate::customer::page::{detail::CustomerPage, wizard::SetupInfoPage};

crate::lazy::pages! { customer_detail:
    "customers/:id" => CustomerPage,
    "customers/:id/setup-info" => SetupInfoPage,
}
