//! Where the later steps of **New customer** are: an area of its own, because few of those who look at customers make
//! one.

use crate::customer::page::wizard::{ConfirmationStep, LinesStep, ReviewStep};

crate::lazy::pages! { wizard:
    "customers/new/:draft/subscriptions" => LinesStep,
    "customers/new/:draft/review" => ReviewStep,
    "customers/new/:draft/confirmation" => ConfirmationStep,
}
