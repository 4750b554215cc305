//! Routes of this area's pages.

pub(crate) mod find;

use super::page::{
    AskDetailPage, ChangesPage, OwnListingPage, PreviewPage, ProposePage, ReviewDetailPage,
};

crate::lazy::pages! { directory:
    "resellers/listing" => OwnListingPage,
    "resellers/listing/propose" => ProposePage,
    "resellers/listing/preview" => PreviewPage,
    "listing-changes" => ChangesPage,
    "listing-changes/:id" => ReviewDetailPage,
    "partner-requests/:id" => AskDetailPage,
}
