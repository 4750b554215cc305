//! Changes to organizations.

pub(crate) mod add;
pub(crate) mod add_user;
pub(crate) mod complete;
pub(crate) mod require_second_factor;

pub(crate) use self::{
    add::AddOrganization, add_user::AddUser, complete::CompleteOrganization,
    require_second_factor::RequireSecondFactor,
};
