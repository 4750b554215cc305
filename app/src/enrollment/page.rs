//! Pages of enrollments.

mod document;
mod legal_info;
#[cfg(not(feature = "hydrate"))]
pub mod link;
mod steps;
mod tracker;
#[cfg(not(feature = "hydrate"))]
pub mod visit;

pub use document::{DocumentForm, DocumentTable};
pub use legal_info::LegalInfoPage;
pub use steps::{LegalProfilePage, MpnIdPage, PrimaryContactPage, ReviewPage, SupportContactPage};
pub use tracker::EnrollmentTrackerPage;
