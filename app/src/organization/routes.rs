//! Routes of this area's pages.

use super::page::{LegalInfoPage, ProgramInfoPage, RequiredFactorPage};

crate::lazy::pages! { organization:
    "settings/organization/legal-info" => LegalInfoPage,
    "settings/organization/program-info" => ProgramInfoPage,
    "settings/required-second-factor" => RequiredFactorPage,
}
