//! Pages of requests for orders.

pub(super) mod ask;
pub(super) mod detail;
mod estimate;
mod facts;
mod forms;
pub(super) mod list;
pub(super) mod setting;
mod thread;
