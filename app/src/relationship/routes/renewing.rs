//! What partners do about rights that end: apart from the pages of customers.

use crate::relationship::page::EndingRightsPage;

crate::lazy::pages! { relationship_renewing:
    "ending-rights" => EndingRightsPage,
}
