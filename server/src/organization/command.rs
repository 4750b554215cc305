//! Changes to organizations.

pub(crate) mod add;
pub(crate) mod complete;

pub(crate) use self::{add::AddOrganization, complete::CompleteOrganization};
