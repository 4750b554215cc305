//! The pages of the caller's account.

pub mod change_password;
pub mod choose_organization;
mod countries;
pub mod second_factor;
pub mod session_list;
#[cfg(not(feature = "hydrate"))]
pub mod sign_in;
pub mod sign_in_code;
mod sign_in_list;
#[cfg(not(feature = "hydrate"))]
mod tenant_fields;

pub use self::{
    change_password::ChangePasswordPage,
    choose_organization::ChooseOrganizationPage,
    countries::countries,
    second_factor::{RecoveryCodesPage, SecondFactorPage},
    session_list::SessionListPage,
    sign_in_code::SignInCodePage,
};
#[cfg(not(feature = "hydrate"))]
pub use tenant_fields::TenantFields;
