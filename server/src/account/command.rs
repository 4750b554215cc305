//! Changes to accounts.

pub(crate) mod add_user;
pub(crate) mod password;
pub(crate) mod reset_password;
pub(crate) mod reset_second_factor;
pub(crate) mod second_factor;

pub(crate) use self::{
    add_user::AddUser, reset_password::ResetPassword, reset_second_factor::ResetSecondFactor,
};
