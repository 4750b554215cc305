//! Where the operator reviews proposed changes: apart from what providers and resellers load.

use crate::directory::page::{ChangesPage, ReviewDetailPage};

crate::lazy::pages! { directory_review:
    "listing-changes" => ChangesPage,
    "listing-changes/:id" => ReviewDetailPage,
}
