//! The directory of providers, its proposals, and the messages that ask to partner.

pub(crate) mod command;
mod facts;
pub(crate) mod follow;
mod logo;
mod portal;
pub(crate) mod query;
pub(crate) mod store;
#[cfg(test)]
mod tests;
mod upload;

pub(crate) use logo::MEDIA_TYPE as LOGO_TYPE;
#[cfg(test)]
pub(crate) use logo::{draw as drawn_again, tests::picture};
pub(crate) use upload::LogoUpload;
