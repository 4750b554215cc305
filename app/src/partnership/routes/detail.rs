//! Where a partnership's own page is: apart from the lists, of which it needs nothing.

use crate::partnership::page::{EndingPage, PartnershipPage};

crate::lazy::pages! { partnership_detail:
    "partnerships/:id" => PartnershipPage,
    "partnerships/:id/end" => EndingPage,
}
