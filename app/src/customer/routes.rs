//! Routes of this area's pages.

use super::page::{
    detail::CustomerPage,
    list::CustomersPage,
    wizard::{
        ConfirmationStep, DetailsStep, LinesStep, NewCustomerPage, ReviewStep, SetupInfoPage,
    },
};

crate::lazy::pages! { customer:
    "customers" => CustomersPage,
    "customers/new" => NewCustomerPage,
    "customers/new/:draft" => DetailsStep,
    "customers/new/:draft/subscriptions" => LinesStep,
    "customers/new/:draft/review" => ReviewStep,
    "customers/new/:draft/confirmation" => ConfirmationStep,
    "customers/:id" => CustomerPage,
    "customers/:id/setup-info" => SetupInfoPage,
}
