//! Read models of the account pages.

pub mod password;
pub mod second_factor;
pub mod session;

#[cfg(feature = "ssr")]
pub use password::check as check_password;
pub use session::{OrganizationChoice, SessionInfo, SessionOrganization};
