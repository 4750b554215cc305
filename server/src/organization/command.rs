//! Changes to organizations.

pub(crate) mod add;
pub(crate) mod complete;
