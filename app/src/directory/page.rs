//! Pages of the directory.

mod ask;
mod asks;
mod changes;
#[cfg(not(feature = "hydrate"))]
pub mod find;
mod listing;
mod preview;
mod profile;
mod propose;
mod rejection;
mod review;
mod versions;

pub use ask::AskDetailPage;
pub use asks::AsksPage;
pub use changes::ChangesPage;
pub use listing::OwnListingPage;
pub use preview::PreviewPage;
pub use propose::ProposePage;
pub use rejection::RejectionStepPage;
pub use review::ReviewDetailPage;
pub use versions::{ReviewedVersionsPage, VersionsPage};
