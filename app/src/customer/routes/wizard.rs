//! Where **New customer** is: an area of its own, because few of those who look at customers make one.

use crate::customer::page::wizard::{
    ConfirmationStep, DetailsStep, LinesStep, NewCustomerPage, ReviewStep,
};

crate::lazy::pages! { wizard:
    "customers/new" => NewCustomerPage,
    "customers/new/:draft" => DetailsStep,
    "customers/new/:draft/subscriptions" => LinesStep,
    "customers/new/:draft/review" => ReviewStep,
    "customers/new/:draft/confirmation" => ConfirmationStep,
}
