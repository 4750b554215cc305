//! Routes of this area's pages.

use super::page::{LegalInfoPage, RequiredFactorPage};

crate::lazy::pages! { organization:
    "settings/organization/legal-info" => LegalInfoPage,
    "settings/required-second-factor" => RequiredFactorPage,
}
