//! Invitations and their personal links.

pub(crate) mod command;
mod facts;
pub(crate) mod follow;
mod portal;
pub(crate) mod query;
pub(crate) mod store;
#[cfg(test)]
mod tests;
pub(crate) mod token;

pub(crate) use facts::{Asking, Followed};
pub(crate) use token::{Token, TokenHash, invitation_link};
