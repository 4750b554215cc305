//! Where the operator reviews proposed changes: apart from what providers and resellers load.

use crate::directory::page::{
    ChangesPage, RejectionStepPage, ReviewDetailPage, ReviewedVersionsPage,
};

crate::lazy::pages! { directory_review:
    "listing-changes" => ChangesPage,
    "listing-changes/:id" => ReviewDetailPage,
    "listing-changes/:id/versions" => ReviewedVersionsPage,
    "listing-changes/:id/rejection" => RejectionStepPage,
}
