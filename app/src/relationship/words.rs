//! Texts about relationships and the rights granted in them.

pub mod dates;
pub mod ending;
mod grant;
pub mod page;
pub mod renewing;

pub use dates::{until_day, whole as whole_relationship};
pub use ending::{draft_all, draft_grant};
pub use grant::{for_customer, for_partner, side, side_means, term, terms};
