//! Invitations: for those who send them, and for those who open their link.

pub mod api;
pub mod model;
pub mod page;
pub mod words;
