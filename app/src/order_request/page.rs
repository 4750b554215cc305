//! Pages of requests for orders.

pub(super) mod ask;
mod choose;
pub(super) mod detail;
mod estimate;
mod facts;
mod forms;
pub(super) mod list;
mod losing;
pub(super) mod review;
pub(super) mod setting;
mod thread;
