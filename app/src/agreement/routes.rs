//! Routes of this area's pages.

pub(crate) mod program;

use super::page::{LookUpResellerPage, ProgramInfoPage, SignAgreementPage};

crate::lazy::pages! { agreement:
    "agreement/:kind" => SignAgreementPage,
    "resellers/look-up" => LookUpResellerPage,
    "settings/organization/program-info" => ProgramInfoPage,
}
