//! Licenses in the hands of a customer's users.

pub(crate) mod command;
mod portal;
pub(crate) mod query;
pub(crate) mod store;
#[cfg(test)]
mod tests;
