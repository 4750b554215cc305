//! Licenses in the hands of a customer's users.

pub(crate) mod command;
mod portal;
pub(crate) mod query;
mod releases;
pub(crate) mod store;
#[cfg(test)]
mod tests;

pub(crate) use releases::Releases;
