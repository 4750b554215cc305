//! Pages of enrollments.

mod document;
#[cfg(not(feature = "hydrate"))]
pub mod link;
mod steps;
mod tracker;
#[cfg(not(feature = "hydrate"))]
pub mod visit;

pub use document::{DocumentForm, DocumentTable};
pub use steps::{LegalProfilePage, MpnIdPage, PrimaryContactPage, ReviewPage, SupportContactPage};
pub use tracker::EnrollmentTrackerPage;
