//! Routes of this area's pages.

pub(crate) mod code;

use super::page::{
    change_password::ChangePasswordPage,
    choose_organization::ChooseOrganizationPage,
    second_factor::{RecoveryCodesPage, SecondFactorPage},
    session_list::SessionListPage,
    settings::SettingsPage,
    sign_in::SignInPage,
};

crate::lazy::pages! { account:
    "choose-organization" => ChooseOrganizationPage,
    "settings" => SettingsPage,
    "settings/password" => ChangePasswordPage,
    "settings/second-factor" => SecondFactorPage,
    "settings/second-factor/recovery-codes" => RecoveryCodesPage,
    "settings/sessions" => SessionListPage,
}

crate::lazy::at_once! {
    "sign-in" => SignInPage,
}
