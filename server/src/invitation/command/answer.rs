//! The commands of a person with a link: open, accept, decline.

mod accept;
mod decline;
mod open;

pub(crate) use accept::Accept;
pub(crate) use decline::Decline;
pub(crate) use open::Open;
