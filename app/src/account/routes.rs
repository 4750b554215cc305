//! Routes of this area's pages.

use super::page::{
    change_password::ChangePasswordPage,
    choose_organization::ChooseOrganizationPage,
    second_factor::{RecoveryCodesPage, SecondFactorPage},
    session_list::SessionListPage,
    settings::SettingsPage,
    sign_in::SignInPage,
    sign_in_code::SignInCodePage,
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
    "sign-in/code" => SignInCodePage,
}
