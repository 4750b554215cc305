//! Changes to accounts.

pub(crate) mod password;
pub(crate) mod reset_password;
pub(crate) mod reset_second_factor;
pub(crate) mod second_factor;

pub(crate) use self::{reset_password::ResetPassword, reset_second_factor::ResetSecondFactor};
