//! What decisions about invitations rest on. The change loads it locked, and the page that says in advance what would
//! come of it loads the same as it is.

mod accepting;
mod asking;
mod followed;

pub(crate) use accepting::{Accepting, Tied};
pub(crate) use asking::{Asking, Managing};
pub(crate) use followed::Followed;
