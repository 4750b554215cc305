//! Where **New customer** begins: a form of its own, which needs nothing of the catalog.

use crate::customer::page::wizard::{DetailsStep, NewCustomerPage};

crate::lazy::pages! { wizard_begin:
    "customers/new" => NewCustomerPage,
    "customers/new/:draft" => DetailsStep,
}
