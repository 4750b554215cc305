//! Texts about accounts.

pub mod role;
pub mod second_factor;
pub mod session;
pub mod sign_in;
pub mod tenant;

pub use role::{a_capability, capability, capability_inside, role, role_inside};
pub use second_factor::{required_title, title as second_factor_title};
pub use session::sessions_title;
pub use sign_in::{guard_lead, not_found_lead, not_found_title, password_title, sign_in};
