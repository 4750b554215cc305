//! Routes of this area's pages.

use super::page::{
    AgreementListPage, LookUpResellerPage, NewAgreementPage, ProgramInfoPage, SignAgreementPage,
    VersionDetailPage,
};

crate::lazy::pages! { agreement:
    "agreement/:kind" => SignAgreementPage,
    "agreements" => AgreementListPage,
    "agreements/new" => NewAgreementPage,
    "agreements/:id" => VersionDetailPage,
    "resellers/look-up" => LookUpResellerPage,
    "settings/organization/program-info" => ProgramInfoPage,
}
