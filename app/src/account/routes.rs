//! Routes of this area's pages.

pub(crate) mod code;
pub(crate) mod sign_in;

use super::page::{
    change_password::ChangePasswordPage,
    choose_organization::ChooseOrganizationPage,
    second_factor::{RecoveryCodesPage, SecondFactorPage},
    session_list::SessionListPage,
};

crate::lazy::pages! { account:
    "choose-organization" => ChooseOrganizationPage,
    "settings/password" => ChangePasswordPage,
    "settings/second-factor" => SecondFactorPage,
    "settings/second-factor/recovery-codes" => RecoveryCodesPage,
    "settings/sessions" => SessionListPage,
}
