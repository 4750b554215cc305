//! The facts for decisions about invitations. The change loads them locked; the page that shows its outcome in advance
//! loads them without a lock.

mod accepting;
mod asking;
mod followed;

pub(crate) use accepting::{Accepting, Tied};
pub(crate) use asking::{Asking, Managing};
pub(crate) use followed::Followed;
