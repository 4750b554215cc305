//! Changes to organizations.

pub(crate) mod add;
pub(crate) mod add_user;
pub(crate) mod complete;

pub(crate) use self::{add::AddOrganization, add_user::AddUser, complete::CompleteOrganization};
