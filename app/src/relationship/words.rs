//! Texts about relationships and the rights granted in them.

mod grant;
pub mod page;

pub use grant::{for_customer, for_partner, side, side_means, term, terms};
