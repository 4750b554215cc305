//! What the person with a link does: opens it, accepts, declines.

mod accept;
mod decline;
mod open;

pub(crate) use accept::Accept;
pub(crate) use decline::Decline;
pub(crate) use open::Open;
