//! Customers and their creation.

pub(crate) mod command;
pub(crate) mod follow;
mod grants;
mod portal;
pub(crate) mod query;
mod setup;
pub(crate) mod store;
mod tenant;
#[cfg(test)]
mod tests;

pub(crate) use tenant::{NewTenant, TenantFacts, TenantMade, beside_its_field, taken};
