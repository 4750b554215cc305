//! Routes of this area's pages.

use super::page::RequiredFactorPage;

crate::lazy::pages! { organization:
    "settings/required-second-factor" => RequiredFactorPage,
}
