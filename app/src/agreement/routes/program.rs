//! Where the operator keeps the texts of agreements: apart from what partners load.

use crate::agreement::page::{
    AgreementListPage, NewAgreementPage, UnsignedListPage, VersionDetailPage,
};

crate::lazy::pages! { agreement_program:
    "agreements" => AgreementListPage,
    "agreements/new" => NewAgreementPage,
    "agreements/unsigned" => UnsignedListPage,
    "agreements/:id" => VersionDetailPage,
}
