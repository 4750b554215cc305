//! User management: the users of an organization, and the links that are mailed to them.

pub(crate) mod command;
mod facts;
mod file;
pub(crate) mod follow;
mod portal;
pub(crate) mod query;
pub(crate) mod store;
#[cfg(test)]
mod tests;
