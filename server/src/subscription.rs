//! Subscriptions, for their whole life.

pub(crate) mod command;
pub(crate) mod follow;
mod known;
mod named;
mod portal;
pub(crate) mod query;
mod statement;
pub(crate) mod store;
#[cfg(test)]
mod tests;

pub(crate) use known::{Asked, Known};
pub(crate) use statement::document;
