//! What people and time do with requests for orders.

mod act;
mod approve;
mod ask;
mod asked_first;
mod change;
mod lapse;

pub(crate) use act::Act;
pub(crate) use approve::Approve;
pub(crate) use ask::Ask;
pub(crate) use asked_first::SetAskedFirst;
pub(crate) use change::Change;
pub(crate) use lapse::Lapse;
