//! Routes of this area's pages.

pub(crate) mod asks;
pub(crate) mod find;
pub(crate) mod review;

use super::page::{OwnListingPage, PreviewPage, ProposePage, VersionsPage};

crate::lazy::pages! { directory:
    "resellers/listing" => OwnListingPage,
    "resellers/listing/versions" => VersionsPage,
    "resellers/listing/propose" => ProposePage,
    "resellers/listing/preview" => PreviewPage,
}
