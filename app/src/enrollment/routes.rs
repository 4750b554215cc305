//! Routes of the pages of an enrollment.

pub(crate) mod visit;

use super::page::{
    EnrollmentTrackerPage, LegalInfoPage, LegalProfilePage, MpnIdPage, PrimaryContactPage,
    ReviewPage, SupportContactPage,
};

crate::lazy::pages! { enrollment:
    "enroll/mpn-id" => MpnIdPage,
    "enroll/legal-profile" => LegalProfilePage,
    "enroll/primary-contact" => PrimaryContactPage,
    "enroll/support-contact" => SupportContactPage,
    "enroll/review" => ReviewPage,
    "settings/organization/legal-info" => LegalInfoPage,
    "enrollment" => EnrollmentTrackerPage,
}
