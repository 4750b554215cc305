//! The inviter's commands: draft, edit, send, send again, cancel.

pub(crate) mod answer;
mod expire;

mod cancel;
mod draft;
mod edit;
mod send;

pub(crate) use answer::{Accept, Decline, Open};
pub(crate) use cancel::Cancel;
pub(crate) use draft::Draft;
pub(crate) use edit::Edit;
pub(crate) use expire::{Expire, Remind};
pub(crate) use send::Send;
