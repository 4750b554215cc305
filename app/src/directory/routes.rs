//! Routes of this area's pages.

pub(crate) mod find;
pub(crate) mod review;

use super::page::{AskDetailPage, OwnListingPage, PreviewPage, ProposePage};

crate::lazy::pages! { directory:
    "resellers/listing" => OwnListingPage,
    "resellers/listing/propose" => ProposePage,
    "resellers/listing/preview" => PreviewPage,
    "partner-requests/:id" => AskDetailPage,
}
