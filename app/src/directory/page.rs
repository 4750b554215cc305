//! Pages of the directory.

mod ask;
mod changes;
#[cfg(not(feature = "hydrate"))]
pub mod find;
mod listing;
mod preview;
mod profile;
mod propose;
mod review;

pub use ask::AskDetailPage;
pub use changes::ChangesPage;
pub use listing::OwnListingPage;
pub use preview::PreviewPage;
pub use propose::ProposePage;
pub use review::ReviewDetailPage;
